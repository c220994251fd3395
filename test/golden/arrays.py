"""Writes test/fixtures/data/arrays and prints what NumPy and h5py read from it, which test/data/readers/golden.test.ts
compares with. The places of chunks under a checksum go to checkedChunks.json. Made with NumPy 2.4 and h5py 3.16. Run it here: python3 arrays.py > arrays.json"""
import gzip, json, math, os, struct, warnings, zipfile, io
import h5py
import numpy as np

warnings.simplefilter("ignore")
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../fixtures/data/arrays")
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
for old in os.listdir("."):
    os.remove(old)
arrays = []


def number(value):
    return float(value)


def keep(address, array):
    """What is in an array: its sizes, its ends, its sum, and a sum that knows the order."""
    flat = [number(v) for v in np.asarray(array).ravel(order="C")]
    arrays.append({
        "address": address,
        "type": str(np.asarray(array).dtype.newbyteorder("=")),
        "shape": list(np.asarray(array).shape),
        "first": flat[0] if flat else None,
        "last": flat[-1] if flat else None,
        "sum": math.fsum(flat),
        "ordered": math.fsum(v * (i % 97) for i, v in enumerate(flat)),
    })


def refuse(address, words):
    arrays.append({"address": address, "refused": words})


rng = np.random.RandomState(5)
whole = rng.randint(-100, 100, (7, 11))
signs = np.arange(-30, 30).reshape(6, 10)
parts = rng.randn(9, 5)
cube = np.arange(4 * 5 * 6).reshape(4, 5, 6)

# NPY
def npy(name, array, **options):
    np.save(name, array, **options)
    keep(name, np.load(name))


npy("int8.npy", whole.astype("i1"))
npy("int16-big.npy", whole.astype(">i2"))
npy("int32.npy", (whole * 10_000_019).astype("<i4"))
npy("int64-big.npy", (whole * 90_000_000_001).astype(">i8"))
npy("uint8.npy", abs(whole).astype("u1"))
npy("uint16.npy", (abs(whole) * 600).astype("<u2"))
npy("uint32-big.npy", (abs(whole) * 40_000_003).astype(">u4"))
npy("uint64.npy", np.array([0, 1, 2**53, 2**53 + 1, 2**64 - 1], "<u8"))
npy("float16.npy", np.array([0.1, -2, 65504, 6e-8, 2**-14, 0.333], "<f2"))
npy("float16-big.npy", np.array([[1.5, -0.0], [1e-5, 30000]], ">f2"))
npy("float32-big.npy", parts.astype(">f4"))
npy("float64.npy", parts)
npy("bool.npy", whole > 0)
npy("fortran.npy", np.asfortranarray(cube.astype("<f4")))
npy("fortran-big.npy", np.asfortranarray(cube.astype(">i2")))
npy("strided.npy", cube[::2, :, ::-3])
npy("transposed.npy", cube.T)
npy("one.npy", np.array(7.25))
npy("empty.npy", np.zeros((0, 3), "<f4"))
npy("five.npy", np.arange(2 * 3 * 1 * 4 * 2, dtype="u1").reshape(2, 3, 1, 4, 2))
for version in ((2, 0), (3, 0)):
    with open(f"version{version[0]}.npy", "wb") as file:
        np.lib.format.write_array(file, parts, version=version)
    keep(f"version{version[0]}.npy", parts)
for name, array, words in (
    ("complex.npy", parts.astype("c8"), "complex number"),
    ("object.npy", np.array([1, None], object), "object"),
    ("record.npy", np.zeros(3, [("a", "<f4"), ("b", "<i4")]), "record"),
    ("text.npy", np.array(["cat", "dog"]), "text"),
    ("date.npy", np.array(["2026-01-01"], "M8[D]"), "date"),
    ("long.npy", parts.astype(np.longdouble), "long float"),
):
    np.save(name, array, allow_pickle=True)
    refuse(name, words)
with open("two.npy", "wb") as file:
    np.save(file, parts)
    np.save(file, whole)
refuse("two.npy", "holds several arrays")
with gzip.GzipFile("packed.npy.gz", "wb", mtime=0) as file:
    np.save(file, parts)
keep("packed.npy.gz", parts)

# NPZ
np.savez("stored.npz", x=parts, y=whole.astype("i1"), empty=np.zeros((0, 2)), **{"größe": np.asfortranarray(cube.astype("f2"))})
np.savez_compressed("packed.npz", x=cube.astype("<i4"), flags=whole > 3, one=np.array(3))
for name in ("stored.npz", "packed.npz"):
    with np.load(name) as archive:
        for key in archive.files:
            keep(f"{name}#{key}", archive[key])


class Pipe(io.RawIOBase):
    """Can't go back, so that the sizes stand behind each entry."""
    def __init__(self, file): self.file = file
    def writable(self): return True
    def write(self, data): return self.file.write(data)


with open("streamed.npz", "wb") as file, zipfile.ZipFile(Pipe(file), "w", zipfile.ZIP_DEFLATED) as archive:
    packed = io.BytesIO()
    np.save(packed, parts)
    archive.writestr("x.npy", packed.getvalue())
keep("streamed.npz#x", np.load("streamed.npz")["x"])

# IDX
def idx(name, code, array, opener=open):
    with opener(name, "wb") as file:
        file.write(struct.pack(">BBBB", 0, 0, code, array.ndim))
        file.write(struct.pack(f">{array.ndim}I", *array.shape))
        file.write(array.tobytes())
    keep(name, array)


idx("pictures.idx3", 0x08, cube.astype("u1"))
idx("shorts.idx", 0x0B, signs.astype(">i2"))
idx("doubles.idx.gz", 0x0E, parts.astype(">f8"), lambda name, mode: gzip.GzipFile(name, mode, mtime=0))

# HDF5
big = np.round(np.cumsum(rng.randn(60, 8), axis=0), 2)
shaded = (np.add.outer(np.add.outer(np.arange(9), np.arange(10) * 2), np.arange(7) * 3) % 50).astype("u1")
with h5py.File("sets.h5", "w", libver="earliest") as f:
    made = {}
    def dataset(name, data, **options):
        f.create_dataset(name, data=data, track_times=False, **options)
        made[name] = None
    dataset("float64", parts)
    dataset("float32-big", parts.astype(">f4"))
    dataset("int64", whole * 90_000_000_001)
    dataset("uint64-big", np.array([0, 2**53 + 1, 2**64 - 1], ">u8"))
    dataset("int16-big", whole.astype(">i2"))
    dataset("bool", whole > 0)
    dataset("float16", np.array([0.1, -2, 65504, 6e-8], "<f2"))
    dataset("float16-big", np.array([[1.5, -0.0], [1e-5, 30000]], ">f2"))
    dataset("enum", (whole % 3).astype("i2"), dtype=h5py.enum_dtype({"a": 0, "b": 1, "c": 2}, basetype="<i2"))
    dataset("enum-big", (whole % 3 - 1).astype("i4"), dtype=h5py.enum_dtype({"a": -1, "b": 0, "c": 1}, basetype=">i4"))
    dataset("enum-big-packed", (big[:, :3] > 0).astype("i4"), dtype=h5py.enum_dtype({"no": 0, "yes": 1}, basetype=">i4"), compression="gzip", chunks=(16, 3))
    dataset("chunks", big, chunks=(7, 3))
    dataset("gzip", big, chunks=(16, 8), compression="gzip")
    dataset("gzip-shuffle", big.astype(">f4"), chunks=(16, 4), compression="gzip", shuffle=True)
    dataset("fletcher", big, chunks=(16, 8), fletcher32=True)
    dataset("lzf", big, chunks=(16, 8), compression="lzf")
    dataset("lzf-all", big.astype(">f4"), chunks=(7, 3), compression="lzf", shuffle=True, fletcher32=True)
    dataset("lzf-half", np.repeat(big, 4, axis=0).astype("<f2"), chunks=(50, 8), compression="lzf", shuffle=True)
    dataset("lzf-noise", np.frombuffer(rng.bytes(2000), "u1").reshape(50, 40), chunks=(20, 20), compression="lzf")
    dataset("lzf-volume", shaded, chunks=(4, 6, 5), compression="lzf")
    dataset("lzf-row", np.arange(3000) // 7, chunks=(1000,), compression="lzf")
    dataset("lzf-enum-big", (shaded % 2).astype("i4"), dtype=h5py.enum_dtype({"no": 0, "yes": 1}, basetype=">i4"), chunks=(4, 6, 5), compression="lzf")
    dataset("szip", big, chunks=(16, 8), compression="szip")
    dataset("scaleoffset", signs, chunks=(6, 5), scaleoffset=0)
    dataset("scaleoffset-float", big, chunks=(16, 8), scaleoffset=2)
    dataset("empty", np.zeros((0, 4), "f4"))
    dataset("growing", big[:10], chunks=(16, 8), maxshape=(None, 8))
    f.create_dataset("unwritten", (40, 3), "f4", chunks=(16, 3), fillvalue=2.5, track_times=False)[3] = [1, 2, 3]
    f.create_dataset("lzf-unwritten", (40, 3), "f4", chunks=(16, 3), fillvalue=2.5, compression="lzf", track_times=False)[20] = [1, 2, 3]
    f.create_dataset("a/b/c", data=signs.astype("i1"), track_times=False)
    compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    compact.set_layout(h5py.h5d.COMPACT)
    compact.set_obj_track_times(False)
    low = h5py.h5d.create(f.id, b"compact", h5py.h5t.STD_I16LE, h5py.h5s.create_simple((6, 10)), compact)
    low.write(h5py.h5s.ALL, h5py.h5s.ALL, signs.astype("<i2"))
    f["soft"] = h5py.SoftLink("/lzf")
    for name in [*made, "unwritten", "lzf-unwritten", "a/b/c", "compact", "soft"]:
        keep(f"sets.h5#{name}", f[name][:])
    f["scalar"] = 3.5
    f["words"] = ["cat", "dog"]
    f["pairs"] = np.zeros(2, [("a", "<f4"), ("b", "<i4")])
    f["nothing"] = h5py.Empty("f4")
    f["lists"] = np.array([np.arange(2), np.arange(3)], dtype=h5py.vlen_dtype("i4"))
    f["circle"] = h5py.SoftLink("/circle2")
    f["circle2"] = h5py.SoftLink("/circle")
    f["lost"] = h5py.SoftLink("/not/there")
    f["outside"] = h5py.ExternalLink("other.h5", "/x")
    layout = h5py.VirtualLayout((4, 8), "f8")
    layout[:2] = h5py.VirtualSource("other.h5", "x", (2, 8))
    f.create_virtual_dataset("virtual", layout)
    f.create_dataset("external", data=parts, external=[("sets.bin", 0, h5py.h5f.UNLIMITED)], track_times=False)
for name, words in (
    ("scalar", "a single value"),
    ("words", "holds text"),
    ("pairs", "holds record"),
    ("nothing", "holds nothing"),
    ("lists", "holds record"),
    ("circle", "is a link to '/circle2', which leads nowhere"),
    ("lost", "is a link to '/not/there', which leads nowhere"),
    ("outside", "is a link into another file, 'other.h5'"),
    ("virtual", "is a virtual data set, put together of 'other.h5'"),
    ("external", "keeps its values in another file"),
):
    refuse(f"sets.h5#{name}", words)
os.remove("sets.bin")
with h5py.File("latest.h5", "w", libver="latest") as f:
    f.create_dataset("gzip", data=big, chunks=(16, 8), compression="gzip", track_times=False)
    f.create_dataset("lzf", data=big, chunks=(16, 8), maxshape=(None, 8), compression="lzf", track_times=False)
    f.create_dataset("lzf-one", data=big, chunks=(60, 8), compression="lzf", track_times=False)
    f.create_dataset("lzf-two", data=big, chunks=(10, 3), maxshape=(None, None), compression="lzf", track_times=False)
    for name in ("gzip", "lzf", "lzf-one", "lzf-two"):
        keep(f"latest.h5#{name}", f[name][:])
with h5py.File("filters.h5", "w") as f:
    # steps that aren't there when a file is written may be left out; that they are named is enough
    for name, number_, words in (("blosc", 32001, "Blosc"), ("bzip2", 307, "bzip2"), ("mine", 40000, "filter 40000")):
        made = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        made.set_chunk((60, 8))
        made.set_filter(number_, h5py.h5z.FLAG_OPTIONAL, (1, 2))
        made.set_obj_track_times(False)
        h5py.h5d.create(f.id, name.encode(), h5py.h5t.IEEE_F64LE, h5py.h5s.create_simple((60, 8)), made)
        refuse(f"filters.h5#{name}", f"is compressed with {words}, which can't be read here")
with h5py.File("bombs.h5", "w") as f:
    f.create_dataset("packed", (250_000_000, 1), "u1", chunks=(1_000_000, 1), compression="gzip", track_times=False)
    f.create_dataset("plain", (2_000_000_000,), "u1", chunks=(1_000_000,), track_times=False)
    f.create_dataset("endless", (2**62,), "f8", chunks=(10,), track_times=False)
    f.create_dataset("one-chunk", (1_000_000_000,), "u1", chunks=(1_000_000_000,), compression="lzf", track_times=False)
    f.create_dataset("wide-chunk", (1, 10), "u1", chunks=(1, 1_000_000_000), maxshape=(None, None), compression="gzip", track_times=False)
    f.create_dataset("not-written", (100_000_000,), "f8", track_times=False)
for name in ("packed", "plain", "endless", "one-chunk", "wide-chunk", "not-written"):
    refuse(f"bombs.h5#{name}", "most of it was never written, or the file is cut off or damaged")
with h5py.File("bfloat.h5", "w") as f:
    bfloat = h5py.h5t.IEEE_F32LE.copy()
    bfloat.set_fields(15, 7, 8, 0, 7)
    bfloat.set_size(2)
    bfloat.set_ebias(127)
    made = h5py.h5d.create(f.id, b"brain", bfloat, h5py.h5s.create_simple((4,)))
    made.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([1, 2, 3, -1.5], "f4"))
    f.create_dataset("single", data=parts.astype("f4"), track_times=False)
    refuse("bfloat.h5#brain", "such as bfloat16")
    keep("bfloat.h5#single", f["single"][:])
with h5py.File("checked.h5", "w") as f:
    for name, options in (("fletcher", {}), ("fletcher-gzip", {"compression": "gzip"}), ("fletcher-lzf", {"compression": "lzf", "shuffle": True})):
        f.create_dataset(name, data=big, chunks=(60, 8), fletcher32=True, track_times=False, **options)
        keep(f"checked.h5#{name}", f[name][:])
    places = {name: f[name].id.get_chunk_info(0) for name in f}
    with open("../../../golden/checkedChunks.json", "w") as file:
        json.dump({name: {"from": at.byte_offset, "to": at.byte_offset + at.size} for name, at in places.items()}, file, indent=2)
        file.write("\n")
print(json.dumps(arrays, indent=1, ensure_ascii=False))
