"""Writes the Parquet files of test/fixtures/data/tables, and prints what pyarrow reads in them for test/data/readers/parquet.test.ts."""
import datetime as dt, decimal, json, math, os
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data", "tables")
os.makedirs(folder, exist_ok=True)
r = np.random.RandomState(3)
n = 40
gap = lambda values, every: [None if i % every == 1 else v for i, v in enumerate(values)]
base = dt.datetime(1969, 12, 31, 23, 59, 58)
columns = {
    "truth": pa.array(gap([i % 3 == 0 for i in range(n)], 7)),
    "small": pa.array(gap([i - 20 for i in range(n)], 5), pa.int8()),
    "plain": pa.array(range(n), pa.int32()),
    "wide": pa.array(gap([2**53 + i * (-1) ** i * 2**40 for i in range(n)], 6), pa.int64()),
    "positive": pa.array([2**64 - 1 - i for i in range(n)], pa.uint64()),
    "half": pa.array(np.array(r.randn(n), "float16")),
    "single": pa.array(gap([float(v) for v in np.array(r.randn(n), "float32")], 9), pa.float32()),
    "double": pa.array([float("nan") if i == 3 else v for i, v in enumerate(r.randn(n))]),
    "word": pa.array(gap(["Zürich", "1,037", "", "a\nb", "007"] * 8, 4)),
    "different": pa.array([f"row {i} 🙂" for i in range(n)]),
    "category": pa.array(["low", "high"] * 20).dictionary_encode(),
    "amount": pa.array(gap([decimal.Decimal(v).scaleb(-2) for v in range(-20, 20)], 8), pa.decimal128(9, 2)),
    "long": pa.array([decimal.Decimal(10**25 + i).scaleb(-5) * (-1) ** i for i in range(n)], pa.decimal128(30, 5)),
    "day": pa.array(gap([dt.date(1960, 1, 1) + dt.timedelta(1000 * i) for i in range(n)], 10)),
    "moment": pa.array([base + dt.timedelta(milliseconds=250 * i) for i in range(n)], pa.timestamp("ms")),
    "utc": pa.array([base + dt.timedelta(microseconds=1 + i) for i in range(n)], pa.timestamp("us", "UTC")),
    "nano": pa.array([1_700_000_000_000_000_001 + 10**9 * i for i in range(n)], pa.timestamp("ns")),
    "clock": pa.array([dt.time(i % 24, i, 0, 5 * i) for i in range(n)], pa.time64("us")),
    "nothing": pa.array([None] * n, pa.float64()),
}
table = pa.table(columns)
files = {
    "plain.parquet": dict(compression="none", use_dictionary=False),
    "snappy.parquet": dict(compression="snappy", row_group_size=17),
    "gzip.parquet": dict(compression="gzip", data_page_version="2.0"),
    "zstd.parquet": dict(compression="zstd", write_page_checksum=True, data_page_size=100),
    "brotli.parquet": dict(compression="brotli", data_page_version="2.0", use_dictionary=False, data_page_size=64),
    "lz4.parquet": dict(compression="lz4"),
    "delta.parquet": dict(compression="snappy", use_dictionary=False, version="2.6", column_encoding={
        "small": "DELTA_BINARY_PACKED", "plain": "DELTA_BINARY_PACKED", "wide": "DELTA_BINARY_PACKED", "word": "DELTA_BYTE_ARRAY",
        "different": "DELTA_LENGTH_BYTE_ARRAY", "single": "BYTE_STREAM_SPLIT", "double": "BYTE_STREAM_SPLIT"}),
    "int96.parquet": dict(use_deprecated_int96_timestamps=True),
}
for name, how in files.items(): pq.write_table(table, os.path.join(folder, name), **how)

nested = pa.table({"x": [1, 2], "tags": [["a"], ["b", "c"]], "place": [{"lat": 1.5}, {"lat": 2.5}], "raw": pa.array([b"a", b"b"], pa.binary(1)), "y": ["p", "q"]})
pq.write_table(nested, os.path.join(folder, "nested.parquet"))
frame = pd.DataFrame({"x": range(4), "y": list("abab")}, index=pd.Index([10, 30, 20, 40]))
frame.to_parquet(os.path.join(folder, "pandas.parquet"))

learn = pa.table({"x": gap([i / 3 for i in range(24)], 5), "n": range(24), "w": ["a", "b", "c"] * 8, "y": ["p", "q"] * 12})
pq.write_table(learn, os.path.join(folder, "learn.gzip.parquet"), compression="gzip", data_page_version="2.0", use_dictionary=False)
pq.write_table(learn, os.path.join(folder, "learn.zstd.parquet"), compression="zstd", row_group_size=10, use_dictionary=["w"],
               column_encoding={"n": "DELTA_BINARY_PACKED", "y": "DELTA_BYTE_ARRAY", "x": "BYTE_STREAM_SPLIT"})

def text(name, value):
    if value is None or (isinstance(value, float) and math.isnan(value)): return ""
    if isinstance(value, bool): return "true" if value else "false"
    if isinstance(value, int): return str(value)
    if isinstance(value, (float, np.floating)): return float(value)
    if isinstance(value, decimal.Decimal): return format(value, "f")
    if isinstance(value, dt.datetime):
        seconds = value.replace(tzinfo=None, microsecond=0).isoformat()
        rest = f"{value.microsecond:06d}".rstrip("0")
        return seconds + (f".{rest}" if rest else "") + ("Z" if value.tzinfo else "")
    if isinstance(value, dt.time): return value.replace(microsecond=0).isoformat() + (f".{value.microsecond:06d}".rstrip("0") if value.microsecond else "")
    if isinstance(value, dt.date): return value.isoformat()
    return value

recorded = {}
read = pq.read_table(os.path.join(folder, "plain.parquet"))
for name in read.column_names:
    column = read.column(name)
    if name == "nano":
        recorded[name] = [dt.datetime.fromtimestamp(v // 10**9, dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S") + f".{v % 10**9:09d}".rstrip("0") for v in column.cast(pa.int64()).to_pylist()]
    else: recorded[name] = [text(name, v) for v in column.to_pylist()]
print(json.dumps(recorded, ensure_ascii=False))
