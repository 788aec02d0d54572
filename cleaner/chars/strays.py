"""Characters that simplified text does not have, and those it has although OpenCC changes them."""

from cleaner.chars.hans_hant import TRADITIONAL_ONLY

# Characters that OpenCC's t2s changes, in some phrases or always, and that are correct in
# simplified text: those of GB 2312 and of the third level of the table of 2013 (names of people,
# of places, terms) that a run of t2s over both changed.
STANDARD = frozenset("乾劄吒夥徵扞拚捱摺於昇榘氾爇甦瞭祕脩苧菸著蒐薳薹藉袷覆谿醣釐陞麴麽")

# Traditional forms that hans_hant.py has no room for: printers' variants, Hong Kong's and Japan's
# forms, and 後, which GB 2312 took in by its own rule. Of the 428 that t2s changes, those that
# occur in running text.
VARIANTS = frozenset(
    "俥僞卽厠啓墻壜奬嫺峯嵗幷後擡敎旣査棊殻滙灧爲牀獁産畵眞礮竈竪糉綉綫緑縧罎羣舘衆裏"
    "説謡贋贜遡鈎鈡鉢銹鋭録鎭鎸閲頽顔飈飱駡鰐鳬鶥鷄麪麫龎"
)

# What is traditional wherever it stands.
STRAYS = (TRADITIONAL_ONLY | VARIANTS) - STANDARD
