"""Labels of sites in Korean, Japanese and the languages of Europe: whole lines, by what they mean.

What the programs of blogs, papers and offices (WordPress, Blogger, Tistory, the boards of Korean
papers) print in each language, and what the law there asks of a site. Folded like words.py before
they are looked up; a number or a count in brackets beside a word of COMMENTS is no part of it.

Left out is what texts and manuals use as headings (Kontakt, Antworten, Inicio, 공유), what
ends each excerpt of a blog's front page (weiterlesen, lire la suite), and where Europe's sites have
their imprint and their login: the front pages and forms that have nothing else are no article's.
"""

from cleaner import late as re


def _split(table: str) -> frozenset[str]:
    return frozenset(name.strip() for name in table.replace("\n", "|").split("|"))


# By the names of labels.py.
TABLES = {
    "comment": _split(
        """kommentare|kommentar schreiben|kommentar verfassen|kommentar hinterlassen
    schreibe einen kommentar|schreiben sie einen kommentar|keine kommentare|antwort abbrechen
    kommentar veröffentlichen|diskutieren sie mit|deine e-mail-adresse wird nicht veröffentlicht.
    commentaires|vos commentaires|laisser un commentaire|aucun commentaire
    ajouter un commentaire|enregistrer un commentaire|publier un commentaire|annuler la réponse
    les commentaires sont fermés.|votre adresse e-mail ne sera pas publiée.
    comentarios|deja un comentario|deja una respuesta|cancelar la respuesta
    no hay comentarios|publicar un comentario|escribe un comentario
    tu dirección de correo electrónico no será publicada.
    comentários|deixe um comentário|deixe uma resposta|cancelar resposta
    nenhum comentário|postar um comentário|o seu endereço de e-mail não será publicado.
    commenti|lascia un commento|annulla risposta|nessun commento|posta un commento
    il tuo indirizzo email non sarà pubblicato.|reacties|plaats een reactie|geef een reactie
    댓글|댓글 남기기|댓글 달기|댓글삭제|댓글 입력|댓글입력|댓글 등록|전체댓글|best 댓글
    삭제한 댓글은 다시 복구할 수 없습니다.|그래도 삭제하시겠습니까?|댓글을 남기실 수 있습니다.
    계정을 선택하시면 로그인·계정인증을 통해
    コメントする|コメントをどうぞ|トラックバック|この記事へのコメント|この記事へのトラックバック"""
    ),
    "links": _split(
        """lesen sie auch|mehr zum thema|lesen sie mehr zum thema|das könnte sie auch interessieren
    das könnte dir auch gefallen|weitere artikel|ähnliche artikel|ähnliche beiträge|meistgelesen
    verwandte artikel|neueste beiträge|letzte beiträge|neueste kommentare
    lire aussi|à lire aussi|articles similaires|articles récents|sur le même sujet
    les plus lus|vous aimerez aussi|commentaires récents
    te puede interesar|también te puede interesar|noticias relacionadas|artículos relacionados
    entradas recientes|lo más leído|lo más visto|comentarios recientes|más noticias
    leia também|posts recentes|artigos relacionados|mais lidas
    notícias relacionadas|últimas notícias|últimas noticias|comentários recentes
    leggi anche|articoli correlati|articoli recenti|ti potrebbe interessare
    potrebbe interessarti anche|ultime notizie|i più letti|commenti recenti|lees ook
    인기기사|최신기사|추천기사|실시간 뉴스|이 시각 주요뉴스|관련글|최근글|최근 글
    인기글|최근댓글|최근 댓글
    最近の記事|最近の投稿|最近のコメント|最近のトラックバック|月別アーカイブ|バックナンバー|人気の記事
    より以前の記事一覧"""
    ),
    "login": _split("""아이디 찾기|비밀번호 찾기|아이디/비밀번호 찾기|자동로그인"""),
    "share": _split(
        """teilen|artikel teilen|beitrag teilen|partager|partager cet article
    partager sur facebook|compartir|compartir en facebook|compartilhar|compartilhe isso:
    partilhar|condividi|compártelo:|share this:|artikel drucken|envoyer par e-mail
    공유하기|스크랩|프린트|글자크기 조절|본문 글씨 키우기|본문 글씨 줄이기
    이 기사를 공유합니다|기사공유하기
    url 복사|구독하기|게시글 관리|저작자표시|카카오톡|페이스북|트위터|상태바
    固定リンク|個別ページ"""
    ),
    "note": _split(
        "anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|광고|스폰서링크"
    ),
    "nav": _split("startseite|accueil|página inicial|página principal|목록|목록으로|목록보기"),
    "footer": _split(
        """개인정보처리방침|개인정보취급방침|이용약관|이메일무단수집거부|청소년보호정책|회사소개|광고문의|기사제보
    저작권보호정책|찾아오시는 길|사이트맵|個人情報保護方針|著作権について|サイトポリシー"""
    ),
    "next": _split(
        """nächster beitrag|vorheriger beitrag|zurück zur übersicht|nach oben|article précédent
    article suivant|haut de page|retour à l'accueil|entrada siguiente|entrada anterior
    entrada más reciente|entrada antigua|volver arriba|postagem mais recente|postagem mais antiga
    voltar ao topo|articolo precedente|articolo successivo|torna su|post più recente
    post più vecchio|이전글|다음글|이전기사|다음기사|맨위로|一覧へ戻る|一覧に戻る"""
    ),
    "skip": _split(
        """zum inhalt springen|zum hauptinhalt springen|direkt zum inhalt|zum inhalt
    aller au contenu|aller au contenu principal|saltar al contenido|ir al contenido
    ir al contenido principal|pasar al contenido principal|pular para o conteúdo
    ir para o conteúdo|vai al contenuto|salta al contenuto|ga naar de inhoud
    본문 바로가기|본문으로 바로가기|본문내용 바로가기|본문영역 바로가기|메뉴 바로가기
    주메뉴 바로가기
    콘텐츠 바로가기|컨텐츠 바로가기|ページの先頭です|ページの本文へ
    共通メニューなどをスキップして本文へ"""
    ),
}

# A single word is as often the heading of a text in its language (Kommentare of a manual, 광고): it
# goes with a page's frame, and proves no page. Japanese sets no spaces; a phrase of it has kana.
KANA_RE = re.compile("[ぁ-ん]")
PLAIN = frozenset(
    word
    for table in TABLES.values()
    for word in sorted(table)
    if " " not in word and not KANA_RE.search(word)
)
