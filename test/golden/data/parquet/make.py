"""Writes the Parquet files of this folder with Apache Arrow (pyarrow 25.0.1), and beside them what they hold, as Arrow reads it
back: `python3 make.py`."""

import datetime as dt
import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

UTC = dt.timezone.utc
MESSAGE = pa.struct([("role", pa.string()), ("content", pa.string())])


def row(number):
    return {
        "messages": [
            {"role": "user", "content": f"Question {number}: 返品できますか?"},
            {"role": "assistant", "content": None if number == 3 else f"Answer {number}."},
        ],
        "tags": [None, [], ["refund"], ["refund", None, "return"]][number % 4],
        "turns": [[["a"], []], [], None, [["b", "c"], None]][number % 4],
        "meta": None if number == 1 else {"source": "shop", "seen": {"times": number}},
        "scores": {"help": 0.5 * number, "tone": 1.0},
        "price": Decimal(number) / 100 + Decimal("1234.56"),
        "large": Decimal("-123456789012345.5") if number == 0 else None,
        "at_s": dt.datetime(2024, 2, 29, 12, 30, number, tzinfo=UTC),
        "at_ms": dt.datetime(2024, 2, 29, 12, 30, 0, 250_000, tzinfo=UTC),
        "at_us": dt.datetime(1969, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
        "day": dt.date(1999, 12, 31),
        "clock": dt.time(13, 5, 7),
        "label": ["good", "bad"][number % 2],
        "small": -number,
        "big": 2**60 + number,
        "natural": 2**31 + number,
        "is_fine": [True, False, None][number % 3],
        "share": None if number == 2 else number / 3,
        "half": 0.5,
        "raw": b"\xff\x00" if number == 0 else b"text",
    }


SCHEMA = pa.schema(
    [
        ("messages", pa.list_(MESSAGE)),
        ("tags", pa.list_(pa.string())),
        ("turns", pa.list_(pa.list_(pa.string()))),
        (
            "meta",
            pa.struct([("source", pa.string()), ("seen", pa.struct([("times", pa.int32())]))]),
        ),
        ("scores", pa.map_(pa.string(), pa.float64())),
        ("price", pa.decimal128(9, 2)),
        ("large", pa.decimal128(30, 2)),
        ("at_s", pa.timestamp("s", tz="UTC")),
        ("at_ms", pa.timestamp("ms", tz="UTC")),
        ("at_us", pa.timestamp("us", tz="UTC")),
        ("day", pa.date32()),
        ("clock", pa.time64("us")),
        ("label", pa.dictionary(pa.int32(), pa.string())),
        ("small", pa.int8()),
        ("big", pa.int64()),
        ("natural", pa.uint32()),
        ("is_fine", pa.bool_()),
        ("share", pa.float32()),
        ("half", pa.float16()),
        ("raw", pa.binary()),
    ]
)

ROWS = [row(number) for number in range(10)]
TABLE = pa.Table.from_pylist(ROWS, schema=SCHEMA)

FILES = {
    "plain": dict(compression="none", use_dictionary=False),
    "snappy": dict(compression="snappy"),
    "gzip-pages-2": dict(compression="gzip", data_page_version="2.0"),
    "zstd-int96": dict(compression="zstd", use_deprecated_int96_timestamps=True),
    "lz4-brotli": dict(compression={"messages.list.element.role": "lz4", "label": "brotli"}),
    "delta": dict(
        use_dictionary=False,
        column_encoding={
            "small": "DELTA_BINARY_PACKED",
            "tags.list.element": "DELTA_BYTE_ARRAY",
            "raw": "DELTA_LENGTH_BYTE_ARRAY",
            "share": "BYTE_STREAM_SPLIT",
        },
    ),
}
for name, options in FILES.items():
    pq.write_table(TABLE, f"{name}.parquet", row_group_size=4, **options)
    assert pq.read_table(f"{name}.parquet").num_rows == len(ROWS)


def as_json(value):
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        # A time of day is the number that is stored.
        return ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode() if value != b"\xff\x00" else {"base64": "/wA="}
    if isinstance(value, int) and abs(value) > 2**53:
        return str(value)
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        return {key: as_json(each) for key, each in value}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    return value


with open("rows.jsonl", "w", encoding="utf-8") as out:
    for record in TABLE.to_pylist():
        known = {key: as_json(value) for key, value in record.items() if value is not None}
        out.write(json.dumps(known, ensure_ascii=False) + "\n")
