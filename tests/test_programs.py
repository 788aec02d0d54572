"""Which lines are taken for a program's, and which only look like it; all texts are synthetic."""

import pytest

from cleaner.layout import read_lines
from cleaner.programs import is_manual, program_lines

PROGRAMS = {
    "c": "/* 最大公约数\n * 参数：a, b */\nint gcd(int a, int b)\n{\n    return gcd(b, a % b);\n}",
    "python": "import sys\n\ndef f(x):\n    # 加一\n    return x + 1\n\nprint(f(int(sys.argv[1])))",
    "long strings": (
        '"""水尺的读数：\n\n  1. 每天两次\n  2. 写在蓝皮的本子上, 不能间断\n"""\nimport re\n\n'
        "GAUGE = re.compile(\n    r'[嘅嗰啲]|'\n    r'[水尺]')\n\ndef read(x):\n"
        '    """读一行。\n\n    说明: 空行不读\n    """\n    x = x.strip()\n'
        "    if x:\n        return int(x)"
    ),
    "lua": (
        "--- 水尺的读数\n--\n-- @author 秦\nlocal gauge = {}\nfunction gauge.read(level)\n"
        "    if level > 3 then\n        log:write(level)\n    end\n    return level\nend"
    ),
    "sql": "SELECT 站号, max(水位)\nFROM 记录\nWHERE 时间 >= '2020-01-01'\nGROUP BY 1;",
    "tex": "\\begin{equation}\n  q = k\\,T ,\n\\end{equation}",
    "shell": "pg_dump db | gzip > out.gz   # 约 300MB\nfind . -name '*.gz' -delete\n$ ls -l 数据/",
    "dos": (
        "C:\\>dir D:\\数据\n D:\\数据 的目录\n2019/04/01  06:42    <DIR>          ..\n"
        "2019/04/01  06:40             1,204 水位.txt\nC:\\>_"
    ),
    "folder": "total 8\nlrwxrwxrwx 1 w w 10 1 08:58 a -> b\n-rw-r--r-- 1 w w 4 2 09:01 水位",
    "bibtex": "@book{li2012,\n  author  = {李明},\n  title   = {水位},\n  year    = {2012},\n}",
    "go": "(;GM[1]SZ[19]\nPB[王小雨]BR[三段]\nEV[江城杯]DT[2019-05-02]\n;B[pd];W[dp]C[好棋。])",
    "strings": '"水位", "水尺",\n"守闸的人说，水退了",\n"船靠岸了",\n"信到了", "灯亮了"\n]',
    "yaml": (
        "gate:\n  - gate_id: G-01\n    name: 老闸（下游）\n    level: high\n    field: gauge.size\n"
        "    expected: 24cm\n    message: 水尺应读两次(24cm)，比老尺多2cm\n    category: form\n"
        "  - id: G-02\n    name: 渡口\n    level: low\n    field: boat\n    expected: none"
    ),
    "typescript": (
        "interface Gauge {\n  read(\n    level: Level<Gauge.Now>\n  ): Promise<Gauge.Result>\n"
        "  write(level: Level<Gauge.Now>): River.Task\n  write(\n    level: Level<Gauge.Next>\n"
        "  ): River.Task\n}"
    ),
    "python with what it says": (
        "def read(gauge):\n    if gauge.level[0] in '高低':\n        return False\n"
        "    # 说一声，再往下读\n    # 一天两次\n"
        '    debug("水尺的读数不对，看水的人换过四个，本子也换了")\n'
        "    if '水' in gauge.name[0]:\n        return False\n    return True"
    ),
    "rows of python": (
        'GAUGES: tuple[tuple[str, int], ...] = (\n    ("子时", 1), ("丑时", 2),\n'
        '    ("寅时", 3),  # 三行\n    (4, "卯时"),\n)'
    ),
    "file of python": (
        '"""水位表。\n\n每天两次, 早上一次, 晚上一次\n说的是"老尺"和"新尺"\n"""\n\n'
        'import sys\n\nGAUGES = {\n    1: "老闸",\n    2: "新闸",\n}\n\n\n'
        "def read(x):\n    if x > 3:\n        return x\n    return GAUGES[x]\n\n\n"
        "def main():\n    x = int(sys.argv[1])\n    x += 1\n    print(read(x))\n\n\nmain()"
    ),
    "page of roff": (
        ".TH GAUGE 1\n.SH 名称\ngauge \\- 读水尺的程序, 一天两次\n.SH 说明\n.B gauge\n"
        "读出水尺, 再把它写在本子上,\n一行一个。\n.PP\n第一版"
    ),
    "mail": "From: hale@example.org\nTo: r@example.org\nSubject: 水位\nMIME-Version: 1.0",
    "tags": "<ul>\n  <li>第一项</li>\n  <li>第二项</li>\n</ul>",
}
PROSE = {
    "english": (
        "He took the lamp; then he went down;\nfrom the stairs (there were nine) he saw\n"
        "the gate, if it was a gate, and the man\nwith the dog: a large one, and very old."
    ),
    "dots": (
        "第一项\n.B 组三人，都在闸上\n.NET 的书两本\n第二项\n.C 组五人，都在船上\n.md 的稿子一份"
    ),
    "brackets": "(1, 2)\n他数了数，船有三条\n(4)\n桥边还有一条，\n[5]\n她没有再数。",
    "play": "HAMLET: To be, or not to be, that is\nthe question.\nHORATIO: I came\nto you.",
    "chat": "小明: 在吗\n小红: 在的; 怎么了\n小明: 明天几点集合?",
    "address": "请写信给 @li，他在 2012 年\n写过 @zhang 的事，@wang\n也写过 @li 的事。",
    "total": "total 10\ndrawing the boats in\ntook them a day.",
    "two lines": "只要写 a = b;\n就可以了。\nprint(x)",
    "microblog": "#防汛第一线# 今天第三次上堤\n@小周 你带的西瓜呢？\n#早安# 又是一天",
    "speech": '"在吗"\n"在的，怎么了"\n"明天几点集合"\n"九点"',
    "quotes": '"""\n他说，水退了\n"""\n没有人信他\n"""\n天亮了\n"""',
    "signed": "水退了。\n-- 秦\n信到了，船也到了。\n-- 周\n天亮了。\n-- 秦",
    "said (aside)": "他回来了 (昨天\n她说 (小声地): 船到了\n他走了 (没有回头\n) -> 门开了。",
    "numbers": "比分 3:1，用时 12:30；\n气温 -3 到 5 度；\n风力 < 4 级。",
}


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_all_lines_of_a_program_are_its(text: str) -> None:
    lines = read_lines(text)
    assert program_lines(lines) == [True] * len(lines)


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_no_line_of_prose_is_a_program(text: str) -> None:
    assert not any(program_lines(read_lines(text)))


def test_a_hunk_has_the_lines_that_its_head_counts() -> None:
    text = "正文第一段。\n@@ -1,2 +1,2 @@\n 不变\n-旧的\n+新的\n正文第二段。"
    assert program_lines(read_lines(text)) == [False, True, True, True, True, False]


def test_a_manual_page_stands_at_two_depths() -> None:
    page = "名称\n" + "       qs - 算出\n" * 6 + "              每行\n" * 4
    assert is_manual(read_lines(page))
    # One depth is a paragraph's or a poem's; a page of the web has its paragraphs in a line each.
    assert not is_manual(read_lines(page.replace(" " * 14, " " * 7)))
    assert not is_manual(read_lines(page + "       " + "站里的人把读数写进本子。" * 6))
    assert not is_manual(read_lines(page.replace("       ", "\u3000\u3000")[:60]))


def test_a_string_under_the_head_of_a_function_is_a_programs() -> None:
    what = '"""读一行。\n    Args:\n        level: 水位\n    Returns:\n        int: 行数\n    """'
    lines = read_lines(f"{PROGRAMS['python']}\n说明\n再说\n又说\ndef g(x):\n    {what}")
    assert program_lines(lines)[-6:] == [True] * 6
    said = read_lines(f"{PROGRAMS['python']}\n说明\n再说\n又说\n老秦说：\n    {what}")
    assert program_lines(said)[-6:] == [False] * 6
