"""Take out what leads to one person: numbers, accounts, addresses. Off unless asked for.

`--on privacy` turns all of these on, `--on mobile-number` one. What is found is replaced by the
name of its kind, <mobile-number>, in the text, in the metadata and in the audit: nothing in the
output folder holds it. So such a text cannot be had back (`Redacted`).

A number is private by its form and its check digit where it has one, and by the word before it.
What has the form by chance stays where its label says what it is: 订单号 13800138000. What is
nobody's own stays: public hotlines (110, 12345, 95588, 400-810-0000), private address ranges
(192.168.1.1), public accounts (微信公众号：…), sections and versions (1.2.3.4). An office's
landline is a landline: nothing in the number tells whose it is.

The stages run when lines are joined and before articles are divided: a number that a line cut in
two is whole again, and titles and credits are lifted without it. Every search takes time linear in
the text: repetitions are bounded, names are looked for from their label, addresses from their @.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from cleaner import late as re
from cleaner.document import Span
from cleaner.stage import Redact

# Most texts end at one of these, which are 5 to 20 times as fast as the rules behind them. The
# first is asked once for all numbers of telephones, cards and persons: each has six such digits.
NUMBER_GATE_RE = re.compile(r"\d{3}[- ]?\d{3}")
LANDLINE_GATE_RE = re.compile(r"\d{3}[- ]?\d{4}")
LONG_GATE_RE = re.compile(r"\d{4}[- ]?\d{4}[- ]?\d{3}")
IP_GATE_RE = re.compile(r"\d\.\d{1,3}\.|[0-9A-Fa-f]:[0-9A-Fa-f]{0,4}:")
WECHAT_GATE_RE = re.compile("[微加VvWw](?:信|[我微]|[Xx]|[Ee][Cc])")
QQ_GATE_RE = re.compile("[QqＱ扣企](?:[QqＱ]|扣|鹅)")

# A label that says that a number is no person's, right before it: 订单号：, 运单, ISBN, 批准文号.
LABEL_RE = re.compile(
    r"(?:[单货型编批文序条证案税册票]号|号码段|序列号|流水号|单据|运单|快递|物流|货架|型号|编码|代码|条码"
    r"|ISBN|ISSN|SKU|S/?N|No\.?|ID)(?:号码?)?[\s:：#为是-]{0,3}$",
    re.IGNORECASE,
)
LABEL_CHARS = 12
# A label that says that a number is a telephone's.
PHONE_LABEL_RE = re.compile(
    r"(?:电话|電話|座机|座機|固话|传真|傳真|热线|熱線|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone)"
    r"(?:号码|號碼)?[\s:：.为是]{0,3}$"
)
# Places that a card's number is not looked for in: a path, a parameter.
IN_ADDRESS = frozenset("/=&?#_.")

# 13800138000, 138-0013-8000, 138 0013 8000, +86 138…, (86)138…, １３８…; Taiwan's 0912-345-678.
# Leaves a part of a longer number, and one glued to letters or a decimal point. Not a part of an
# address: /13800138000.html may be a page's number, but a file's name may be a person's.
MOBILE_RE = re.compile(
    r"(?<![\dA-Za-zＡ-Ｚａ-ｚ.])"
    r"(?:[(（]?[+＋]?86[)）]?[- ]?)?[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z]|\.\d)"
)
TAIWAN_MOBILE_RE = re.compile(
    r"(?<![\dA-Za-z.])(?:\+?886[- ]?9|09)\d{2}[- ]\d{3}[- ]?\d{3}(?![\dA-Za-z]|\.\d)"
)

# 010-62345678, (0571)87654321, 0755 12345678转801, +86-21-…; leaves 2020-12345678 (no area), dates.
LANDLINE_RE = re.compile(
    r"(?<![\dA-Za-z.])(?:[+＋]?86[- ]?)?"
    r"(?:[(（]0(?:10|2\d|[3-9]\d{2})[)）][- ]?|0(?:10|2\d|[3-9]\d{2})[- –—])"
    r"[2-8２-８]\d{2,3}[- ]?\d{4}(?:(?:转|轉|-|ext\.?) ?\d{1,5})?(?![\dA-Za-z]|\.\d)"
)
# Behind a label: 电话：62345678, 电话 01062345678, 传真：6234-5678; +852 2345 6789.
LOCAL_RE = re.compile(
    r"(?<![\dA-Za-z.])(?:0(?:10|2\d|[3-9]\d{2}))?[2-8]\d{2,3}[- ]?\d{4}"
    r"(?![\dA-Za-z]|\.\d)"
)
HONG_KONG_RE = re.compile(r"(?<![\dA-Za-z_])[+＋]85[23][- ]?\d{4}[- ]?\d{4}(?!\d)")

# A resident's number: 6 digits of the place, 8 of the birth, 3 and a check digit or X.
IDENTITY_RE = re.compile(
    r"(?<![\dA-Za-z])([1-8]\d{5})[ -]?((?:18|19|20)\d{6})[ -]?(\d{3}[\dXxＸ])(?![\dA-Za-z])"
)
# The old form of 15 digits has no check digit: behind its label only.
OLD_IDENTITY_RE = re.compile(
    r"(?:身份证|身份證)(?:件)?(?:号码?|號碼?)?[\s:：为是]{0,3}([1-8]\d{5}\d{2}[01]\d[0-3]\d\d{3})(?!\d)"
)
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
IDENTITY_CHECKS = "10X98765432"

# Cards of 16 to 19 digits, whole or in fours: UnionPay 62, Visa 4, Mastercard 51 to 55, JCB 35.
CARD_RE = re.compile(
    r"(?<![\dA-Za-z])(?:62|4\d|5[1-5]|35)\d{2}(?:[- ]?\d{4}){3}(?:[- ]?\d{1,3})?(?![\dA-Za-z])"
)

EMAIL_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
EMAIL_MOST = 64  # characters before the @: RFC 5321
DOMAIN_RE = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z\d])")
# An address that is a command, and no person's.
NO_PERSON = frozenset({"git"})

IPV4_RE = re.compile(r"(?<![\d.A-Za-z_-])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d|[A-Za-z_])")
IPV6_RE = re.compile(
    r"(?<![0-9A-Za-z:.])[0-9A-Fa-f]{1,4}(?:::?[0-9A-Fa-f]{1,4}){3,7}(?![0-9A-Za-z:])"
)
# 第1.2.3.4节, 版本 1.2.3.4, v1.2.3.4.
VERSION_RE = re.compile(r"(?:第|版本|版|[Vv]|[Vv]er(?:sion)?\.?)[\s:：号]{0,2}$")
SECTION_RE = re.compile(r"\s?[节条款章项版]")
MIN_OCTET = 32  # chosen: no outline has so many sections
# Ranges that belong to nobody: loopback, private, unset, masks.
NOBODYS_RE = re.compile(r"(?:127|10|0|255)\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.")

# 京A12345, 沪A·D12345, 粤B12345学; GA 36-2018. At least two digits: 川A股 is none.
PLATE_RE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・ ]?"
    r"([A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Za-z\d])"
)

# 微信号：abc_123, 加微信 abc123, VX:abc123. Group 1 is the account.
WECHAT_RE = re.compile(
    r"(?:微信(?:号|號|ID|id|：|:)|加我?微信?|(?<![A-Za-z])(?:VX|vx|Vx|WX|wx|[Ww]e[Cc]hat|WECHAT)(?=[\s:：号ID]))"
    r"(?:号|號|ID|id)?[\s:：为是]{0,3}([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z\d_-])"
)
# A bare word behind 微信: may be a word: 微信：Android 版.
ACCOUNT_RE = re.compile(r"[\d_-]")
# QQ：12345678, QQ号 12345, QQ群123456789, 扣扣 12345; leaves QQ 2013 (four digits), QQ音乐.
QQ_RE = re.compile(
    r"(?:(?<![A-Za-z])(?:QQ|qq|Qq|ＱＱ)|扣扣|企鹅号)(?:号码?|號碼?|群号?|群號)?[\s:：为是]{0,3}"
    r"([1-9]\d{4,10})(?![\dA-Za-z年])"
)


def mobile_number(text: str) -> Iterator[Span]:
    """Take out mobile numbers: 13800138000, +86 138-0013-8000, 0912-345-678.

    A number behind a label of goods or papers stays (订单号…), and a part of a longer number.
    """
    if not _has_number(text):
        return
    found = [_span(match) for match in MOBILE_RE.finditer(text) if not _labelled(text, match)]
    found += [_span(match) for match in TAIWAN_MOBILE_RE.finditer(text)]
    yield from sorted(found)


def landline_number(text: str) -> Iterator[Span]:
    """Take out telephone numbers with their area code, or behind 电话, 传真, Tel.

    Hotlines of three to five digits and 400 or 800 numbers stay: they are nobody's own.
    """
    if not _has_number(text) or not LANDLINE_GATE_RE.search(text):
        return
    found = [_span(match) for match in LANDLINE_RE.finditer(text) if not _labelled(text, match)]
    found += [
        _span(match)
        for match in LOCAL_RE.finditer(text)
        if PHONE_LABEL_RE.search(text, max(match.start() - LABEL_CHARS, 0), match.start())
    ]
    found += [_span(match) for match in HONG_KONG_RE.finditer(text)]
    yield from _apart(found)


def identity_number(text: str) -> Iterator[Span]:
    """Take out numbers of resident identity cards: 18 digits with a birthday and the right check.

    Those of 15 digits, which have no check, behind 身份证 only.
    """
    if not _has_number(text) or not LONG_GATE_RE.search(text):
        return
    found = [_span(match) for match in IDENTITY_RE.finditer(text) if _is_identity(*match.groups())]
    found += [Span(*match.span(1)) for match in OLD_IDENTITY_RE.finditer(text)]
    yield from sorted(found)


def bank_card(text: str) -> Iterator[Span]:
    """Take out numbers of bank cards: 16 to 19 digits of an issuer, with Luhn's check."""
    if not _has_number(text) or not LONG_GATE_RE.search(text):
        return
    for match in CARD_RE.finditer(text):
        if text[match.start() - 1 : match.start()] in IN_ADDRESS:
            continue
        if _luhn(match[0]) and not _labelled(text, match):
            yield _span(match)


def email_address(text: str) -> Iterator[Span]:
    """Take out e-mail addresses; react@18.2.0, @name and git@host stay."""
    at, end = text.find("@"), 0
    while at >= 0:
        domain = DOMAIN_RE.match(text, at + 1)
        if domain:
            before = text[max(at - EMAIL_MOST, end) : at]
            local = before[len(before.rstrip(EMAIL_CHARS)) :].lstrip(".-+%")
            if local and local not in NO_PERSON:
                end = domain.end()
                yield Span(at - len(local), end)
        at = text.find("@", at + 1)


def ip_address(text: str) -> Iterator[Span]:
    """Take out IP addresses; versions, sections and ranges that belong to nobody stay."""
    if text.count(".") < 3 and text.count(":") < 3:
        return
    if not IP_GATE_RE.search(text):
        return
    found = []
    for match in IPV4_RE.finditer(text):
        parts = [int(part) for part in match[0].split(".")]
        if max(parts) > 255 or max(parts) < MIN_OCTET or NOBODYS_RE.match(match[0]):
            continue
        before = text[max(match.start() - LABEL_CHARS, 0) : match.start()]
        if not VERSION_RE.search(before) and not SECTION_RE.match(text, match.end()):
            found.append(_span(match))
    for match in IPV6_RE.finditer(text):
        groups, shortened = match[0].count(":") + 1, match[0].count("::")
        # Eight groups, or fewer where :: stands for the rest; 12:30:45:10 is neither.
        if (groups == 8 and not shortened) or (shortened == 1 and groups <= 8):
            found.append(_span(match))
    yield from sorted(found)


def plate_number(text: str) -> Iterator[Span]:
    """Take out number plates of cars: 京A12345, 沪A·D12345; 川A股 and 新C919 stay."""
    for match in PLATE_RE.finditer(text):
        if sum(char.isdigit() for char in match[1]) >= 2:
            yield _span(match)


def wechat_id(text: str) -> Iterator[Span]:
    """Take out WeChat accounts behind their label; the label stays, and public accounts do."""
    if not WECHAT_GATE_RE.search(text):
        return
    for match in WECHAT_RE.finditer(text):
        said_so = "号" in match[0] or "加" in match[0] or "ID" in match[0]
        if said_so or ACCOUNT_RE.search(match[1]):
            yield Span(*match.span(1))


def qq_number(text: str) -> Iterator[Span]:
    """Take out QQ numbers, of persons and of groups, behind their label; the label stays."""
    if not QQ_GATE_RE.search(text):
        return
    yield from (Span(*match.span(1)) for match in QQ_RE.finditer(text))


@lru_cache(maxsize=1)  # four rules ask, of the same text
def _has_number(text: str) -> bool:
    return NUMBER_GATE_RE.search(text) is not None


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _labelled(text: str, match: re.Match[str]) -> bool:
    """Say whether the word before a number says that it is none of a person's."""
    return LABEL_RE.search(text[max(match.start() - LABEL_CHARS, 0) : match.start()]) is not None


def _apart(found: list[Span]) -> Iterator[Span]:
    """Yield the spans in order, without those that begin inside the one before."""
    end = 0
    for span in sorted(found):
        if span.start >= end:
            yield span
            end = span.end


def _is_identity(place: str, birth: str, rest: str) -> bool:
    digits = [int(char) for char in place + birth + rest[:3]]
    check = sum(digit * weight for digit, weight in zip(digits, IDENTITY_WEIGHTS, strict=True))
    last = "X" if rest[3] in "XxＸ" else str(int(rest[3]))
    try:
        date(int(birth[:4]), int(birth[4:6]), int(birth[6:]))
    except ValueError:
        return False
    return IDENTITY_CHECKS[check % 11] == last


def _luhn(number: str) -> bool:
    digits = [int(char) for char in number if char.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0 and len(set(digits)) > 1


# All numbers and names below are made up; check digits are right where a case needs them.
MOBILE_NUMBER = Redact(
    mobile_number,
    examples={
        "联系人王先生，手机13800138000。": "联系人王先生，手机<mobile-number>。",
        "请拨+86 138-0013-8000或１３９００１３９０００": "请拨<mobile-number>或<mobile-number>",
        "手機：0912-345-678": "手機：<mobile-number>",
        "13800138000/13900139000": "<mobile-number>/<mobile-number>",
    },
    keeps=[
        "订单号13800138000已发货",
        "运单编号：13800138000",
        "单价0.13800138000元，型号X13800138000",
        "卡号6222021380013800001的尾号",
        "全国人口1411780000人，2024年13时800分",
        "序列号SN-13800138000",
    ],
)

LANDLINE_NUMBER = Redact(
    landline_number,
    examples={
        "电话：010-62345678转801": "电话：<landline-number>",
        "请致电(0571)87654321或传真：62345678": "请致电<landline-number>或传真：<landline-number>",
        "電話 +852 2345 6789": "電話 <landline-number>",
    },
    keeps=[
        "请拨12345热线或110，服务热线400-810-0000，客服95588",
        "ISBN 978-7-02-000220-7，1998-2008年",
        "国发〔2020〕12号，2020-12-31",
        "总数为62345678人",
    ],
)

IDENTITY_NUMBER = Redact(
    identity_number,
    examples={
        "身份证号11010119900307803X": "身份证号<identity-number>",
        "身份证：110101900307803": "身份证：<identity-number>",
    },
    keeps=[
        "编号110101199003078031",  # the check digit is wrong
        "流水110101199013078034号",  # no thirteenth month
        "统一社会信用代码91110101199003078X",
        "圆周率3.141592653589793238",
    ],
)

BANK_CARD = Redact(
    bank_card,
    examples={
        "卡号6222 0212 3456 7890 128": "卡号<bank-card>",
        "汇至4111111111111111": "汇至<bank-card>",
    },
    keeps=[
        "卡号4111111111111112",  # Luhn's check fails
        "订单号：4111111111111111",
        "https://weibo.com/detail/4111111111111111",
        "0.4111111111111111，2024051341111111111",
    ],
)

EMAIL_ADDRESS = Redact(
    email_address,
    examples={
        "投稿请寄zhang.san+w@mail.example.com。": "投稿请寄<email-address>。",
        "a@b.example.org，c@d.example.cn": "<email-address>，<email-address>",
    },
    keeps=["npm i react@18.2.0", "@张三 你好", "git clone git@example.org:a/b", "3 @ 5元/斤"],
)

IP_ADDRESS = Redact(
    ip_address,
    examples={
        "来自203.0.113.77的网友": "来自<ip-address>的网友",
        "地址2001:db8:85a3::8a2e:370:7334": "地址<ip-address>",
    },
    keeps=[
        "第3.2.1.40节，版本 10.4.33.120，v2.0.113.77",
        "路由器192.168.1.1，本机127.0.0.1，掩码255.255.255.0",
        "1.2.3.4 目标",
        "比赛用时12:30:45:10，比分3:2:1:0",
        "std::vector::size",
    ],
)

PLATE_NUMBER = Redact(
    plate_number,
    examples={
        "一辆京A12345的轿车": "一辆<plate-number>的轿车",
        "车牌沪A·D12345": "车牌<plate-number>",
    },
    keeps=["川A股大涨", "新C919客机首飞", "豫A牌照车辆", "京ABCDEFG"],
)

WECHAT_ID = Redact(
    wechat_id,
    examples={
        "加微信abc_12345咨询": "加微信<wechat-id>咨询",
        "微信号：zhangsan": "微信号：<wechat-id>",
    },
    keeps=[
        "微信公众号：xinwenribao",
        "微信：Android版已更新",
        "用微信支付100元",
        "WeChat is an app",
    ],
)

QQ_NUMBER = Redact(
    qq_number,
    examples={"QQ：123456789": "QQ：<qq-number>", "加QQ群 12345678": "加QQ群 <qq-number>"},
    keeps=["QQ 2013正式版", "QQ音乐12345首", "QQ用户达100000人", "QQ2000年上线"],
)
