"""The rules, one module a family, and the order in which they run."""

from cleaner.stage import Stage
from cleaner.stages.articles import ARTICLE
from cleaner.stages.boilerplate import WEB_EDGE, WEB_PAGE
from cleaner.stages.bylines import MISPLACED_BYLINE
from cleaner.stages.cells import COLUMN_CELL
from cleaner.stages.characters import (
    COMPATIBILITY_IDEOGRAPH,
    INVISIBLE_CHARACTER,
    LIGATURE,
    ODD_SPACE,
    PRIVATE_USE,
    RADICAL,
    VARIATION_SELECTOR,
)
from cleaner.stages.codedlines import CODED_LINE
from cleaner.stages.columns import (
    INTERLEAVED_COLUMNS,
    MISPLACED_BLOCK,
    TWO_COLUMN_LINE,
)
from cleaner.stages.composed import COMBINING_MARK
from cleaner.stages.conversion import OTHER_SCRIPT
from cleaner.stages.credits import CREDIT
from cleaner.stages.cutcredits import WRAPPED_CREDIT
from cleaner.stages.doubled import DOUBLED_LINE
from cleaner.stages.encoding import (
    BYTE_ORDER_MARK,
    CONTROL_CHARACTER,
    HTML_ENTITY,
    LINE_BREAK,
    LOST_CHARACTER,
    MOJIBAKE,
    SURROGATE,
)
from cleaner.stages.escapes import STRING_ESCAPE
from cleaner.stages.footnotes import PAGE_NOTE
from cleaner.stages.forumtags import FORUM_TAG
from cleaner.stages.furniture import (
    FORM_FEED,
    JUMP_LINE,
    PAGE_NUMBER,
    RUNNING_HEAD,
    STAFF_LINE,
)
from cleaner.stages.gloss import CONVERTER_GLOSS
from cleaner.stages.inlinebreaks import INLINE_BREAK
from cleaner.stages.jammer import JAMMER
from cleaner.stages.language import ARTICLE_SCRIPT, LANGUAGE
from cleaner.stages.lineframes import LINE_FRAME
from cleaner.stages.linemarks import LINE_MARK
from cleaner.stages.linenumbers import LINE_NUMBER
from cleaner.stages.lines import BLANK_LINE, INDENT, TRAILING_SPACE
from cleaner.stages.linespace import LINE_SPACE
from cleaner.stages.lostindent import LOST_INDENT
from cleaner.stages.markdown import MARKDOWN_MARK
from cleaner.stages.markspace import MARK_SPACE
from cleaner.stages.markup import BARE_ENTITY, HTML_TAG
from cleaner.stages.pagerules import PAGE_RULE
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.stages.preview import PREVIEW
from cleaner.stages.printedpage import PRINTED_PAGE
from cleaner.stages.privacy import (
    BANK_CARD,
    EMAIL_ADDRESS,
    IDENTITY_NUMBER,
    IP_ADDRESS,
    LANDLINE_NUMBER,
    MOBILE_NUMBER,
    PLATE_NUMBER,
    QQ_NUMBER,
    WECHAT_ID,
)
from cleaner.stages.punctuation import ASCII_ELLIPSIS, DOUBLED_MARK, HALF_WIDTH_MARK
from cleaner.stages.quality import EMPTY_TEXT, TOO_SHORT
from cleaner.stages.quotes import STRAIGHT_QUOTE, TURNED_QUOTE
from cleaner.stages.readers import READER_MARK, SYMBOL_SIGN, WORD_FIELD
from cleaner.stages.repetition import REPEATED_PARAGRAPH
from cleaner.stages.saidheads import CUT_HEADLINE, MISREAD_HEADLINE
from cleaner.stages.scans import MISREAD_MARK, RULE_MARK, SCANNED_ROW, SPACED_MARK
from cleaner.stages.script import STRAY_TRADITIONAL
from cleaner.stages.setoff import SET_OFF_LINE
from cleaner.stages.spacing import LETTER_SPACING, NUMBER_SPACE
from cleaner.stages.straysimplified import STRAY_SIMPLIFIED
from cleaner.stages.thresholds import (
    BULLET_LINES,
    DUPLICATE_LINES,
    ELLIPSIS_LINES,
    FEW_CHARACTERS,
    FEW_ENDED_LINES,
    FREQUENT_CHARACTERS,
    HASH_SIGNS,
    LITTLE_HAN,
    MANY_DIGITS,
    MANY_LINE_BREAKS,
    REPEATED_CHARACTERS,
    REPEATED_WORDS,
    SHORT_LINES,
    SHORT_PARAGRAPHS,
    SPECIAL_CHARACTERS,
    UNFOLD_LINES,
)
from cleaner.stages.upright import UPRIGHT_HEADLINE
from cleaner.stages.vertical import SMALL_MARK, VERTICAL_MARK
from cleaner.stages.width import WIDE_ALPHANUMERIC, WIDENED_ALPHANUMERIC, WIDENED_SPACE
from cleaner.stages.wiki import WIKI_LINK
from cleaner.stages.wrappedheads import WRAPPED_HEADLINE

# The order has meaning; a comment says where.
ORDER: tuple[Stage, ...] = (
    BYTE_ORDER_MARK,
    MOJIBAKE,  # before line breaks and control codes: both are halves of misread characters
    CODED_LINE,  # before what ends a line in it is asked for
    STRING_ESCAPE,  # before line breaks: some of what it reads are such
    LINE_MARK,  # before line breaks: a form feed behind a mark is not yet a line of its own
    LINE_FRAME,  # the same
    LINE_BREAK,
    SURROGATE,
    CONTROL_CHARACTER,
    READER_MARK,  # before tags: some are its own
    SYMBOL_SIGN,
    WORD_FIELD,
    HTML_TAG,  # before entities: where a tag is left they are the text's
    FORUM_TAG,
    HTML_ENTITY,
    BARE_ENTITY,
    LOST_CHARACTER,
    WIDENED_SPACE,  # before all that asks for spaces
    LOST_INDENT,  # before columns and paragraphs, which ask for indents
    LANGUAGE,  # after the encoding is right: what is read wrongly looks like another script
    PRIVATE_USE,  # before radicals: some old codes are such
    RADICAL,
    COMPATIBILITY_IDEOGRAPH,
    LIGATURE,
    COMBINING_MARK,
    VERTICAL_MARK,  # after private use: some old codes are such
    SMALL_MARK,
    INVISIBLE_CHARACTER,
    VARIATION_SELECTOR,
    ODD_SPACE,
    CONVERTER_GLOSS,  # before its brackets are asked what stands beside them
    MARKDOWN_MARK,  # before all that asks how a line begins
    SET_OFF_LINE,  # before all that asks where a line stands
    INLINE_BREAK,  # before all that asks what a line is: pieces are none
    PRINTED_PAGE,  # the same; before numbers and heads are looked for at the ends of lines
    WIDENED_ALPHANUMERIC,  # after what stands round each line; before spaces and numbers
    JAMMER,  # before lines are judged by their looks
    PREVIEW,  # before spaces and lines are joined: its pieces are parts of one line
    DOUBLED_LINE,  # before widths are measured: it has twice its own
    DOUBLED_MARK,  # after whole lines; before widths are measured: the page had one of the two
    LETTER_SPACING,  # spaces before widths are measured: they falsify them
    UPRIGHT_HEADLINE,  # before lines of one character are taken for cells or strays
    SCANNED_ROW,  # before the rules at the ends of lines go: what stands there may be a column
    LINE_SPACE,  # after letters are closed up
    RULE_MARK,  # before spaces of numbers go: they show a scan; before lines are joined
    MARK_SPACE,
    NUMBER_SPACE,
    PAGE_RULE,  # before what stands beside it: there pages end
    LINE_NUMBER,  # before page numbers: at a page's end they stand beside its own
    PAGE_NUMBER,  # before lines are joined: a page ends inside a paragraph
    RUNNING_HEAD,  # after page numbers, which mark the edges of pages
    STAFF_LINE,
    WRAPPED_CREDIT,  # before columns and paragraphs: a half of a credit is taken for a whole one
    WEB_PAGE,  # before paragraphs: the lines of a page's frame would be joined to the text
    WEB_EDGE,  # after the whole page: what a page cleaned before has left
    WIKI_LINK,  # before headings are judged; after the page, which its links show to be one
    COLUMN_CELL,  # by position, before the spaces that show it go
    WRAPPED_HEADLINE,  # before columns, to which its lines would be dealt
    TWO_COLUMN_LINE,
    INTERLEAVED_COLUMNS,  # before lines are joined: the next line is another column's
    MISPLACED_BLOCK,  # after the columns: what was a block is known then
    MISPLACED_BYLINE,  # after the columns: the foot of one and the top of the next stand together
    PAGE_NOTE,  # after the columns; before the paragraph that the notes cut is put together
    WRAPPED_LINE,  # before all that asks the neighbours of a character
    STRAY_TRADITIONAL,  # after paragraphs: phrases are cut by line breaks
    STRAY_SIMPLIFIED,
    OTHER_SCRIPT,  # after strays: a document that is simplified but for them is
    WIDE_ALPHANUMERIC,  # after paragraphs: widths are evidence of the layout
    MISREAD_MARK,  # before quotes are paired
    SPACED_MARK,  # before half-width marks are asked what stands beside them
    CUT_HEADLINE,  # after paragraphs, as the next; a character more is no longer misread
    MISREAD_HEADLINE,  # after paragraphs: what the text says again is not cut by lines
    TURNED_QUOTE,  # before straight ones are counted in pairs: some are half of another pair
    STRAIGHT_QUOTE,
    ASCII_ELLIPSIS,
    HALF_WIDTH_MARK,  # the last that asks the half-width commas: it turns them
    EMAIL_ADDRESS,  # privacy: numbers are whole now; what articles lift and leave over has none
    IDENTITY_NUMBER,  # before cards: a longer number is no card's, and its check is stronger
    BANK_CARD,
    WECHAT_ID,
    QQ_NUMBER,  # before telephones: its label is nearer
    MOBILE_NUMBER,
    LANDLINE_NUMBER,
    IP_ADDRESS,
    PLATE_NUMBER,
    ARTICLE,  # after punctuation: what is lifted is clean; before blank lines go: they tell
    ARTICLE_SCRIPT,
    FORM_FEED,  # after all that asks where a page ends
    JUMP_LINE,  # after articles: it shows where one begins; its line may end with the page
    CREDIT,  # of each article by itself; after jump lines, which stand beside it
    TRAILING_SPACE,
    INDENT,
    BLANK_LINE,  # after articles: blank lines are evidence
    REPEATED_PARAGRAPH,  # of each article by itself, when its lines are paragraphs
    EMPTY_TEXT,
    TOO_SHORT,
    FEW_ENDED_LINES,  # after all that repairs: short lines are whole now
    MANY_LINE_BREAKS,
    DUPLICATE_LINES,
    REPEATED_WORDS,
    SHORT_LINES,
    LITTLE_HAN,
    SHORT_PARAGRAPHS,
    REPEATED_CHARACTERS,
    FREQUENT_CHARACTERS,
    MANY_DIGITS,
    SPECIAL_CHARACTERS,
    HASH_SIGNS,
    ELLIPSIS_LINES,
    UNFOLD_LINES,
    BULLET_LINES,
    FEW_CHARACTERS,
)

# What runs unless a recipe says otherwise.
DEFAULT: tuple[Stage, ...] = tuple(stage for stage in ORDER if stage.on)

# What is asked again where anything was changed: rules that judge a character or a line by itself,
# and need no page. Not what takes a note of the whole text, and no rule that numbers lines.
_AGAIN_FAMILIES = frozenset(
    {
        "characters",
        "composed",
        "credits",
        "doubled",
        "encoding",
        "furniture",
        "lines",
        "punctuation",
        "quotes",
        "scans",
        "script",
        "spacing",
        "width",
    }
)
AGAIN: tuple[Stage, ...] = tuple(
    stage
    for stage in ORDER
    if stage.family in _AGAIN_FAMILIES and stage is not LOST_CHARACTER and not stage.once
)
