"""Characters that simplified text does not have, and those it has although OpenCC changes them."""

from cleaner.chars.hans_hant import TRADITIONAL_ONLY

# Characters that OpenCC's t2s changes, in some phrases or always, and that are correct in
# simplified text: those of GB 2312 and of the third level of the table of 2013 (names of people,
# of places, terms) that a run of t2s over both changed.
STANDARD = frozenset("乾劄吒夥徵扞拚捱摺於昇榘氾爇甦瞭祇祕脩苧菸著蒐薳薹藉袷覆谿醣釐陞麴麽")

# Words of simplified text that are spelt with one of STANDARD by mistake, sorted by what is right.
# Only words in which the other spelling is wrong for every reader: not 升平 (a name), not 拼命
# (拚命 is as good), not 看着 (著 stands in too many words of its own).
WORDS = frozenset(
    (
        *("伙伴", "伙同", "合伙", "团伙", "家伙", "大伙", "小伙"),
        *("借口", "凭借", "借助", "借以", "借此"),
        *("厘米", "厘清", "毫厘", "公厘"),
        *("反复", "回复", "答复"),
        *("什么", "怎么", "这么", "那么", "多么", "要么"),
        *("干净", "干燥", "干旱", "干枯", "干涸", "干脆", "干杯", "干粮", "干洗", "干果", "干红"),
        *("饼干", "晒干", "烘干", "风干", "烤干", "豆干", "笋干", "果干", "萄干"),
        *("征选", "征求", "征集", "征收", "征税", "征文", "征兵", "征用", "征地", "征稿", "征婚"),
        *("征询", "征订", "征聘", "征兆", "征召", "征信", "征管"),
        *("特征", "象征", "应征", "表征", "病征", "体征", "缓征", "减征"),
        *("折叠", "存折", "奏折"),
        *("搜集", "搜寻", "搜罗", "搜索"),
        *("苏醒", "复苏"),
        *("修饰", "捍卫", "札记"),
        *("泛滥", "广泛", "空泛"),
        *("秘密", "秘书", "神秘", "奥秘", "隐秘", "便秘"),
        *("香烟", "烟草", "烟酒", "吸烟", "抽烟", "禁烟", "戒烟"),
        *("提升", "晋升", "升级", "升迁", "上升", "升值", "升温"),
        *("了解", "了然", "明了"),
    )
)

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
