"""Pages in a real browser, headless Chromium: the report, histories, what two runs differ in."""

import json
import pathlib
from collections.abc import Iterator

import pytest
from browser import Browser, find
from click.testing import CliRunner
from test_view import corpus

from cleaner.cli import cli
from cleaner.recipe import Recipe
from cleaner.run import run
from cleaner.view.report import write_report

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
SHOWN = "[...document.querySelectorAll('#stage-list > details')].filter((one) => !one.hidden)"
TAB, ENTER = ("Tab", 9), ("Enter", 13, "\r")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find()
    if program is None:
        pytest.skip("no Chromium here, and no package of it in reach: apt-get install chromium")
    page = Browser(program, tmp_path_factory.mktemp("profile"))
    yield page
    page.close()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    top = tmp_path_factory.mktemp("browser")
    run([str(corpus(top / "in")), str(SEEDS)], top / "out")
    write_report(top / "out")
    return top / "out"


@pytest.fixture
def page(browser: Browser, out: pathlib.Path) -> Browser:
    """The report, just loaded."""
    browser.problems.clear()
    browser.requests.clear()
    browser.show(1200, 900)
    browser.open(out / "report.html")
    return browser


def test_it_loads_from_a_file_without_errors(page: Browser, out: pathlib.Path) -> None:
    assert page.problems == []
    assert page.requests == [(out / "report.html").as_uri()]
    assert page.run("document.title") == "What the run did"


def test_it_shows_the_figures_of_the_report(page: Browser, out: pathlib.Path) -> None:
    documents = json.loads((out / "report.json").read_bytes())["documents"]
    shown = page.run(
        "Object.fromEntries([...document.querySelectorAll('[data-figure]')]"
        ".map((one) => [one.dataset.figure, one.innerText]))"
    )
    assert shown["documents in"] == f"{documents['in']:,}"
    assert shown["kept"] == f"{documents['kept']:,}"
    assert shown["dropped"] == f"{documents['dropped']:,}"


def test_words_filter_the_stages(page: Browser) -> None:
    every = page.run(f"{SHOWN}.length")
    words = "document.forms[0].elements.words"
    page.run(f"{words}.focus(); {words}.value = ''")
    page.ask("Input.insertText", text="Half-Width")
    assert page.run(f"{SHOWN}.map((one) => one.id)") == ["stage-half-width-mark"]
    assert page.run("document.forms[0].querySelector('output').innerText") == f"1 of {every}"
    page.run(f"{words}.value = ''; document.forms[0].dispatchEvent(new Event('input'))")
    assert page.run(f"{SHOWN}.length") == every


def test_a_family_and_an_order_can_be_chosen(page: Browser) -> None:
    choose = (
        "form = document.forms[0]; form.elements.{0}.value = '{1}'; "
        "form.dispatchEvent(new Event('input'))"
    )
    page.run(choose.format("order", "edits"))
    edits = page.run(f"{SHOWN}.map((one) => +one.dataset.edits)")
    assert edits == sorted(edits, reverse=True)
    page.run(choose.format("kind", "spacing"))
    assert set(page.run(f"{SHOWN}.map((one) => one.dataset.kind)")) == {"spacing"}


def test_all_can_be_opened_and_closed(page: Browser) -> None:
    for name, open_ones in (("open", page.run(f"{SHOWN}.length")), ("close", 0)):
        page.run(f"document.querySelector('[data-{name}]').click()")
        assert page.run(f"{SHOWN}.filter((one) => one.open).length") == open_ones


def test_a_link_opens_what_it_points_to(page: Browser) -> None:
    page.run("location.hash = '#stage-half-width-mark'")
    page.run("dispatchEvent(new HashChangeEvent('hashchange'))")
    assert page.run("document.getElementById('stage-half-width-mark').open")


def test_the_keyboard_reaches_and_opens_a_stage(page: Browser) -> None:
    for _ in range(40):
        page.press(*TAB)
        if page.run("document.activeElement.matches('#stage-list summary')"):
            break
    focus = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.run(focus) == "solid"
    page.press(*ENTER)
    assert page.run("document.activeElement.parentElement.open")


def test_the_first_key_reaches_a_link_past_the_navigation(page: Browser) -> None:
    page.press(*TAB)
    assert page.run("document.activeElement.hash") == "#figures"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(page: Browser, scheme: str) -> None:
    """By 4.5 to 1 at least, as WCAG asks, in what a page says and in what it marks."""
    page.show(1200, 900, scheme)
    page.run("document.querySelector('[data-open]').click()")
    ratios = page.run("""(() => {
      const channel = (v) => {
        v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
      const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
        return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b); };
      const ground = (e) => { for (; e; e = e.parentElement) {
        const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } };
      const names = ['h1', '.soft', 'nav a', '.says', '.place', 'del', 'ins', '.card dt', 'th'];
      return names.map((name) => {
        const e = document.querySelector(name);
        const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
        return [name, (a + .05) / (b + .05)]; });
    })()""")
    assert [one for one in ratios if one[1] < 4.5] == []


def test_the_button_overrules_the_system(page: Browser) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.run(ground)
    page.run("for (let i = 0; i < 2; i++) document.querySelector('[data-theme-button]').click()")
    assert page.run("document.querySelector('[data-theme-button]').innerText") == "Theme: dark"
    assert page.run(ground) != light


@pytest.mark.parametrize("width", [360, 390, 768])
def test_a_phone_shows_it_without_scrolling_sideways(page: Browser, width: int) -> None:
    page.show(width, 800)
    page.run("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.run("document.documentElement.scrollWidth") <= width


def test_plots_are_drawn_with_their_figures(page: Browser) -> None:
    names = page.run(
        "[...document.querySelectorAll('.plot svg')].map((one) => one.getAttribute('aria-label'))"
    )
    assert names == ["Lengths", "Scripts", "Charsets", "Drops"]
    sizes = page.run(
        "[...document.querySelectorAll('.plot .reactive')]"
        ".map((one) => one.getBoundingClientRect().width)"
    )
    assert max(sizes) > 100


def test_hostile_text_does_nothing(page: Browser) -> None:
    assert page.run("typeof bad") == "undefined"
    assert page.run("document.querySelectorAll('img, main script').length") == 0
    assert page.run("document.body.textContent.includes('<script>bad()</script>')")


def test_histories_load_too(browser: Browser, out: pathlib.Path, tmp_path: pathlib.Path) -> None:
    record = json.loads((out / "corpus.jsonl").read_bytes().splitlines()[-1])
    shown = CliRunner().invoke(cli, ["explain", str(out), "--id", record["id"], "--html"])
    path = tmp_path / "one.html"
    path.write_text(shown.stdout, encoding="utf-8")
    browser.problems.clear()
    browser.open(path)
    assert browser.problems == []
    assert browser.run("document.querySelector('h1').innerText") == record["id"]
    assert browser.run("document.querySelectorAll('.beside').length") > 3


def test_differences_load_too(browser: Browser, out: pathlib.Path, tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "other", Recipe(off=("half-width-mark",)))
    arguments = ["diff", str(out), str(tmp_path / "other"), "--html", "--limit", "0"]
    path = tmp_path / "diff.html"
    path.write_text(CliRunner().invoke(cli, arguments).stdout, encoding="utf-8")
    browser.problems.clear()
    browser.open(path)
    assert browser.problems == []
    shown = browser.run("document.querySelectorAll('#changes > details:not([hidden])').length")
    assert shown > 3
    browser.run(
        "const one = document.querySelector('[name=kind]'); one.value = 'only in the first';"
        "one.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    fewer = browser.run("document.querySelectorAll('#changes > details:not([hidden])').length")
    assert 0 < fewer < shown
