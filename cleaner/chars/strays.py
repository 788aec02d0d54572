"""Characters that simplified text does not have, and those it has although OpenCC changes them."""

from cleaner.chars.hans_hant import TRADITIONAL_ONLY

# Characters that OpenCC's t2s changes, in some phrases or always, and that are correct in
# simplified text: those of GB 2312 and of the third level of the table of 2013 (names of people,
# of places, terms) that a run of t2s over both changed.
STANDARD = frozenset("乾劄吒夥徵扞拚捱摺於昇榘氾爇甦瞭祇祕脩苧菸著蒐薳薹藉袷覆谿醣釐陞麴麽")

# Traditional forms that hans_hant.py has no room for: printers' variants, Hong Kong's and Japan's
# forms, and 後, which GB 2312 took in by its own rule. Of the 428 that t2s changes, those that
# occur in running text.
VARIANTS = frozenset(
    "俥僞卽厠啓墻壜奬嫺峯嵗幷後擡敎旣査棊殻滙灧爲牀獁産畵眞礮竈竪糉綉綫緑縧罎羣舘衆裏"
    "説謡贋贜遡鈎鈡鉢銹鋭録鎭鎸閲頽顔飈飱駡鰐鳬鶥鷄麪麫龎"
)

# Of birds, fishes, elements and things that are rarely written: the other forms that t2s changes,
# but for radicals by themselves, forms in old names (鼂错), and what has no better form.
RARE = frozenset(
    "㩵䰾䴉倈傤剗嬀噝垻堖墰墶壋壠壪崬彠慤梘榲樳桪欅潙濚瀂瘂瘮瘻癧瞘碸絝絶綳緔緼繮耮耢腖葤蒓蒕藴"
    "蟎襇覎覥訩謭賫軤軲輼醖釺鈈鉕鉳銱鋣鋥鋶錇鍀鍁鍃鍅鍈鍩鎄鎇鎿鏰鐝鐦鐧鑔鑥鑹靝鞽頮頴顬飿餄餎餏餜"
    "餶餷饊饢騌鬹魢鮁鮃鮊鮋鮍鮎鮜鮝鮳鮺鯒鯝鯴鯿鰁鰂鰃鰏鰛鰟鰠鰮鰵鰺鱂鱅鱝鱤鱯鴴鵐鵮鵾鶓鷀鸌鸘麯"
)
# What Hong Kong, Taiwan and old printers (祇) write for what t2s knows.
REGIONAL = {
    "敍": "敘",
    "枱": "檯",
    "痺": "痹",
    "祇": "只",
    "簷": "檐",
    "粧": "妝",
    "糭": "糉",
    "衞": "衛",
}

# What is traditional wherever it stands.
STRAYS = (TRADITIONAL_ONLY | VARIANTS | RARE | REGIONAL.keys()) - STANDARD
