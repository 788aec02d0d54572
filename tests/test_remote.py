"""Sources and outputs at an address: fsspec's memory and local file systems, and S3 by moto.

The S3 tests need moto in an environment of its own (make .venv/moto/ready); no network but
127.0.0.1. All texts are synthetic.
"""

import gzip
import importlib.util
import json
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.check import check
from cleaner.cli import main
from cleaner.errors import InputError, OutputError
from cleaner.io import remote, shards
from cleaner.io.readers import Reading, read
from cleaner.io.sources import find_sources
from cleaner.run import Settings, run

TEXTS = [f"第{at}天清早，船从{at * 7}号码头开出去，傍晚才回来，满舱是鱼。" for at in range(1, 31)]
RECORDS = "".join(
    json.dumps({"id": f"d{at}", "text": text}, ensure_ascii=False) + "\n"
    for at, text in enumerate(TEXTS)
).encode()
MOTO = pathlib.Path(__file__).parent.parent / ".venv" / "moto" / "bin" / "moto_server"
HAS_S3 = importlib.util.find_spec("s3fs") is not None and MOTO.exists()


def table() -> bytes:
    out = pa.BufferOutputStream()
    pq.write_table(pa.table({"id": ["t1", "t2"], "text": ["山" + TEXTS[0], "水" + TEXTS[1]]}), out)
    return out.getvalue().to_pybytes()


FILES = {
    "in/a.jsonl": RECORDS,
    "in/b.jsonl.gz": gzip.compress(RECORDS.replace(b'"d', b'"e'), mtime=0),
    "in/c/d.txt": "一个人走在路上，天黑了，他点起灯来。".encode("gb18030"),
    "in/c/e.parquet": table(),
    "in/c/picture.png": b"\x89PNG",
    "in/.hidden/f.txt": "看不见的字，不应该读进来。".encode(),
    "in/old/corpus.jsonl": RECORDS[:200].rpartition(b"\n")[0] + b"\n",
    "in/old/dropped.jsonl": b"",
    "in/old/run.json": b"{}",
    "in/old/below/g.txt": "旧的输出下面还有一个文件，不读。".encode(),
}
NAMES = ["in/a.jsonl", "in/b.jsonl.gz", "in/c/d.txt", "in/c/e.parquet", "in/old/corpus.jsonl"]


@pytest.fixture(scope="module")
def s3() -> str:
    """A server like S3 on this machine; its address goes to s3fs by the environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [MOTO, "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    said = {
        "AWS_ENDPOINT_URL": url,
        "AWS_ACCESS_KEY_ID": "synthetic",
        "AWS_SECRET_ACCESS_KEY": "synthetic",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = dict(os.environ)
    os.environ.update(said)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{url}/moto-api/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url
    finally:
        os.environ.clear()
        os.environ.update(before)
        server.terminate()
        server.wait()


S3 = pytest.param("s3", marks=pytest.mark.skipif(not HAS_S3, reason="make .venv/moto/ready"))


@pytest.fixture(params=["memory", "file", S3])
def base(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> str:
    """An address with the files below it."""
    url = f"memory://{tmp_path.name}"
    if request.param == "file":
        url = f"file://{tmp_path}/elsewhere"
    if request.param == "s3":
        request.getfixturevalue("s3")
        url = f"s3://{re.sub('[^a-z0-9]', '-', tmp_path.name.lower())[:40]}-bucket/some"
        fsspec.core.url_to_fs(url)[0].mkdir(url.split("/")[2])
    there, root = fsspec.core.url_to_fs(url)
    for name, data in FILES.items():
        there.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
        there.pipe_file(f"{root}/{name}", data)
    return url


@pytest.fixture
def here(tmp_path: pathlib.Path) -> pathlib.Path:
    """The same files on disk."""
    for name, data in FILES.items():
        (tmp_path / "here" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "here" / name).write_bytes(data)
    return tmp_path / "here"


def outputs(out: pathlib.Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "run.json"}


def test_a_folder_elsewhere_is_what_it_is_here(
    base: str, here: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = find_sources([f"{base}/in"])
    assert [source.name for source in found.sources] == NAMES
    assert [source.name for source in find_sources([str(here / "in")]).sources] == NAMES
    run([str(here / "in")], tmp_path / "one")
    monkeypatch.setattr(shards, "SHARD_BYTES", 900)
    monkeypatch.setattr(shards, "BLOCK", 900)
    run([f"{base}/in"], tmp_path / "two", settings=Settings(jobs=2))
    one, two = outputs(tmp_path / "one"), outputs(tmp_path / "two")
    figures = [json.loads(side.pop("report.json")) for side in (one, two)]
    assert one == two
    assert figures[0]["documents"] == figures[1]["documents"]
    said = json.loads((tmp_path / "two" / "run.json").read_bytes())["sources"]
    hashes = {one["name"]: one["sha256"] for one in said}
    here = json.loads((tmp_path / "one" / "run.json").read_bytes())["sources"]
    # Of a table elsewhere only what is needed is read.
    wanted = {one["name"]: one["sha256"] for one in here} | {"in/c/e.parquet": None}
    assert hashes == wanted


def test_patterns_and_single_files(base: str) -> None:
    assert [one.name for one in find_sources([f"{base}/in/*/*.txt"]).sources] == ["c/d.txt"]
    (source,) = find_sources([f"{base}/in/a.jsonl"]).sources
    assert (source.name, source.size) == ("a.jsonl", len(RECORDS))
    assert [one.document.text for one in read(source, Reading())] == TEXTS
    assert check([f"{base}/in/a.jsonl"]).figures["documents"] == len(TEXTS)


@pytest.mark.parametrize("name", ["none", "none.txt", "none*"])
def test_what_is_not_there(base: str, name: str) -> None:
    with pytest.raises(InputError, match=r"no such file|matches no file"):
        find_sources([f"{base}/{name}"])


def test_an_output_goes_elsewhere(base: str, tmp_path: pathlib.Path) -> None:
    local, out = tmp_path / "local", f"{base}/out"
    arguments = ["run", f"{base}/in/a.jsonl", "-o", out, "--local", str(local), "-q"]
    assert main([*arguments, "--format", "jsonl.gz", "--shard-size", "1kB"]) == 0
    there, root = fsspec.core.url_to_fs(out)

    def held() -> dict[str, bytes]:
        there.invalidate_cache()
        return {path.rpartition("/")[2]: there.cat_file(path) for path in there.ls(root, False)}

    assert held() == {path.name: path.read_bytes() for path in local.iterdir()}
    assert "corpus-00001.jsonl.gz" in held()
    assert main(arguments) == 0  # over the earlier one
    assert held() == {path.name: path.read_bytes() for path in local.iterdir()}
    assert [name for name in held() if name.startswith("corpus")] == ["corpus.jsonl"]
    (source,) = find_sources([out]).sources
    assert source.name == "out/corpus.jsonl"


def test_run_json_comes_last(
    base: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([f"{base}/in/a.jsonl"], tmp_path / "local")
    there, root = fsspec.core.url_to_fs(f"{base}/out")
    remote.upload(tmp_path / "local", f"{base}/out")
    put = there.put_file

    def failing(source: str, target: str, **more) -> None:
        if target.endswith("split.jsonl"):
            raise ConnectionError("the line is cut")
        put(source, target, **more)

    monkeypatch.setattr(there, "put_file", failing)  # one object serves an address
    with pytest.raises(OutputError, match=r"the line is cut; all of it is in .*local"):
        remote.upload(tmp_path / "local", f"{base}/out")
    there.invalidate_cache()
    assert not there.exists(f"{root}/run.json")
    assert there.exists(f"{root}/corpus.jsonl")


def test_another_folder_is_not_written_into(base: str, tmp_path: pathlib.Path, capsys) -> None:
    arguments = ["run", f"{base}/in/a.jsonl", "-o", f"{base}/in/c", "--local", str(tmp_path / "l")]
    assert main([*arguments, "-q"]) == 1
    assert "not an earlier output" in capsys.readouterr().err
    assert main(["run", f"{base}/in/a.jsonl", "-o", f"{base}/in", "--local", "x", "-q"]) == 1
    assert "holds a source" in capsys.readouterr().err
    assert main(["run", f"{base}/in/a.jsonl", "-o", f"{base}/new", "-q"]) == 2
    assert "--local" in capsys.readouterr().err


def test_a_file_that_breaks_off_keeps_what_was_read(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/broken/a.jsonl", RECORDS)
    opened = type(memory)._open

    class Breaking:
        def __init__(self, file) -> None:
            self._file = file

        def read(self, _size: int) -> bytes:
            if self._file.tell() > 2000:
                raise RuntimeError("no answer")
            return self._file.read(700)

        def __getattr__(self, name: str):
            return getattr(self._file, name)

    monkeypatch.setattr(
        type(memory), "_open", lambda self, *args, **more: Breaking(opened(self, *args, **more))
    )
    run(["memory://broken/a.jsonl"], tmp_path / "out")
    kept = [json.loads(line) for line in (tmp_path / "out" / "corpus.jsonl").open()]
    assert 5 < len(kept) < len(TEXTS)
    dropped = [json.loads(line) for line in (tmp_path / "out" / "dropped.jsonl").open()]
    assert "RuntimeError: no answer" in dropped[-1]["dropped"]["reason"]
    assert dropped[-1]["id"] == "a.jsonl"


def test_secrets_of_an_address_are_not_shown() -> None:
    shown = remote.safe_name("https://me:word@data.example/a/b.jsonl?X-Signature=123")
    assert shown == "https://data.example/a/b.jsonl"
