# SPDX-License-Identifier: MIT
"""Sales metrics over columns: NumPy arrays, columns of Arrow, array.array, bytes, or lists.

    import kpi
    board = kpi.Board("win_rate", "talk_time")
    board.record(kind=kpi.kinds(["deal_won", "conversation"]), elapsed=[None, 93])
    board["win_rate"].value          # 1.0; None where there is none yet

Nothing is copied that has the right type: `kind` and `channel` are unsigned integers of 8 bits, `at` signed ones of
64, the others unsigned ones of 32. Those of `value`, `units`, `elapsed`, `touches` and `score` tell nothing where they
have their greatest, and so does a None of a list, and a null of Arrow. A board is used by one thread at a time.

A column of Arrow is whatever has `__arrow_c_array__` or `__arrow_c_stream__`, as those of pyarrow and polars; it is
copied where it has nulls, or comes as a stream.

The library is KPI_LIBRARY, or libkpi.so beside this file."""

import array
import contextlib
import ctypes
import os
from ctypes import c_char_p, c_double, c_int, c_int64, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p
from typing import NamedTuple, Optional

_library = ctypes.CDLL(os.environ.get("KPI_LIBRARY") or os.path.join(os.path.dirname(__file__), "libkpi.so"))
_library.kpi_text.restype = c_char_p
_library.kpi_kind_name.restype = c_char_p
_library.kpi_metrics.restype = c_uint32
if _library.kpi_abi() != 1:
    raise ImportError("this kpi.py is for version 1 of the interface of libkpi.so")

UNTOLD = 2**32 - 1
"""In a column that may be untold: this row tells nothing."""


class Error(Exception):
    """What the library answers; `status` is its code."""

    def __init__(self, status):
        super().__init__(_library.kpi_text(status).decode())
        self.status = status


def _check(status):
    if status != 0:
        raise Error(status)


def _structure(called, /, **fields):
    return type(called, (ctypes.Structure,), {"_fields_": list(fields.items())})


_Info = _structure("_Info", name=c_char_p, title=c_char_p, help=c_char_p, unit=c_char_p, given=c_char_p, scale=c_uint32,
                   shown_in=c_uint32, kinds=c_uint64, better=c_uint8, retractable=c_uint8, reserved=c_uint8 * 6)
_Own = _structure("_Own", name=c_char_p, of=c_uint64, among=c_uint64, without=c_uint64, form=c_uint32, nominal=c_uint32)
_Vocabulary = _structure("_Vocabulary", name=c_char_p, kinds=ctypes.POINTER(c_char_p), size=c_size_t)
_Definition = _structure("_Definition", metrics=ctypes.POINTER(c_char_p), metrics_size=c_size_t, own=ctypes.POINTER(_Own),
                         own_size=c_size_t, vocabulary=ctypes.POINTER(_Vocabulary))
_Figure = _structure("_Figure", numerator=c_uint64, denominator=c_uint64, parts=c_uint64 * 3, metric=c_char_p, name=c_char_p,
                     label=c_char_p, unit=c_char_p, scale=c_uint32, shown_in=c_uint32, kind=c_uint8, better=c_uint8,
                     negative=c_uint8, flags=c_uint8, reserved=c_uint8 * 4)
_COLUMNS = dict(kind="B", channel="B", at="q", value="I", units="I", elapsed="I", touches="I", score="I", prospect="I")
_MAY_BE_UNTOLD = {"value", "units", "elapsed", "touches", "score"}
_Columns = _structure("_Columns", rows=c_size_t, **dict.fromkeys(_COLUMNS, c_void_p))
_VISIT = ctypes.CFUNCTYPE(None, c_void_p, ctypes.POINTER(_Figure))


class Figure(NamedTuple):
    """A figure: exactly numerator / denominator, or absent. People read scale * value / shown_in, in this unit."""

    metric: str
    name: str
    label: str
    unit: str
    numerator: int
    denominator: int
    value: Optional[float]
    low: Optional[float]  # of the interval, with 95 % confidence, where the figure has one
    high: Optional[float]
    scale: int
    shown_in: int


def catalogue():
    """The names of all metrics, and what each says."""
    info, found = _Info(), {}
    for number in range(_library.kpi_metrics()):
        _check(_library.kpi_metric_at(c_uint32(number), ctypes.byref(info)))
        found[info.name.decode()] = info.help.decode()
    return found


def kinds(names):
    """A column of kinds, by name."""
    number = {(_library.kpi_kind_name(k) or b"").decode(): k for k in range(64)}
    return bytes(number[name] for name in names)


class Metric(NamedTuple):
    """A metric of your own, of sets of kinds: "count", "proportion", "ratio" or "score" (kpi.h says of what)."""

    name: str
    form: str
    of: set
    among: set = frozenset()
    without: set = frozenset()
    nominal: bool = False


class Board:
    """Counts the metrics of these names, and those of your own; of another vocabulary, a list of its kinds."""

    def __init__(self, *names, own=(), vocabulary=None):
        kinds_known = list(vocabulary[1]) if vocabulary else None

        def bits(of):
            return sum(1 << (kinds_known.index(k) if kinds_known else kinds([k])[0]) for k in set(of))

        forms = ["count", "proportion", "ratio", "score"]
        self._names = (c_char_p * len(names))(*(n.encode() for n in names))
        self._own = (_Own * len(own))(*(_Own(m.name.encode(), bits(m.of), bits(m.among), bits(m.without), forms.index(m.form),
                                             m.nominal) for m in own))
        self._definition = _Definition(self._names, len(names), self._own, len(own), None)
        if vocabulary:
            self._kinds = (c_char_p * len(kinds_known))(*(k.encode() for k in kinds_known))
            self._vocabulary = _Vocabulary(vocabulary[0].encode(), self._kinds, len(kinds_known))
            self._definition.vocabulary = ctypes.pointer(self._vocabulary)
        size, self._board = c_size_t(), c_void_p()
        _check(_library.kpi_board_size(ctypes.byref(self._definition), ctypes.byref(size)))
        self._memory = (c_uint64 * ((size.value + 7) // 8))()
        _check(_library.kpi_board_create(ctypes.byref(self._definition), self._memory, size, ctypes.byref(self._board)))
        self._alike = (names, tuple(own), vocabulary)

    def record(self, kind, **columns):
        """Counts all rows of these columns, which have one length."""
        columns["kind"] = kind
        views = {name: _view(name, column) for name, column in columns.items()}
        rows = len(views["kind"])
        for name, view in views.items():
            if len(view) != rows:
                raise ValueError(f"{name} has {len(view)} rows, kind has {rows}")
        table = _Columns(rows, **{name: _address(view) for name, view in views.items()})
        _check(_library.kpi_record_columns(self._board, ctypes.byref(table)))

    def __getitem__(self, metric):
        return self.read(metric)

    def read(self, metric, *given):
        """The metric's first figure. `given`: what no event carries, as the seconds logged in."""
        figure, numbers = _Figure(), (c_uint64 * len(given))(*given)
        _check(_library.kpi_read_with(self._board, metric.encode(), numbers, c_size_t(len(given)), ctypes.byref(figure)))
        return _told(figure)

    def figures(self, metric):
        """All figures of a metric."""
        found = []
        visit = _VISIT(lambda _, figure: found.append(_told(figure.contents)))
        _check(_library.kpi_each_figure(self._board, metric.encode(), visit, None))
        return found

    def __iadd__(self, other):
        """Adds another board of the same metrics, or the bytes of one."""
        if isinstance(other, Board):
            _check(_library.kpi_merge(self._board, other._board))
        else:
            between = Board(*self._alike[0], own=self._alike[1], vocabulary=self._alike[2])
            _check(_library.kpi_merge_encoded(self._board, between._board, bytes(other), c_size_t(len(other))))
        return self

    def __eq__(self, other):
        equal = c_int()
        _check(_library.kpi_equal(self._board, other._board, ctypes.byref(equal)))
        return equal.value == 1

    __hash__ = None

    def __bytes__(self):
        """A snapshot, which `+=` takes, in a C++ program too."""
        size = c_size_t()
        _check(_library.kpi_encoded_bound(self._board, ctypes.byref(size)))
        buffer = ctypes.create_string_buffer(size.value)
        _check(_library.kpi_encode(self._board, buffer, size, ctypes.byref(size)))
        return buffer.raw[: size.value]


def _view(name, column):
    """A column as a memoryview of the type that the library reads."""
    form = _COLUMNS[name]
    if hasattr(column, "__arrow_c_array__") or hasattr(column, "__arrow_c_stream__"):
        return _arrow_view(name, column)
    if isinstance(column, (list, tuple)):
        column = array.array(form, [UNTOLD if x is None and name in _MAY_BE_UNTOLD else x for x in column])
    view = memoryview(column)
    size = array.array(form).itemsize
    alike = {"B": "B", "I": "IL", "q": "ql"}[form]  # a long has 32 bits or 64
    if view.ndim != 1 or not view.contiguous or view.itemsize != size or view.format not in alike:
        kind = f"{'' if form == 'q' else 'u'}int{8 * size}"
        raise TypeError(f"{name} is a contiguous column of {kind}: with NumPy, numpy.ascontiguousarray(x, '{kind}')")
    return view


# The head of CPython's Py_buffer, which is at most so many pointers long.
_Buffer = _structure("_Buffer", at=c_void_p, rest=c_void_p * 15)


def _address(view):
    """Where a column lies, be it read-only. It stays there for as long as there is the view."""
    buffer = _Buffer()
    ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(view), ctypes.byref(buffer), 0)
    ctypes.pythonapi.PyBuffer_Release(ctypes.byref(buffer))
    return buffer.at


# Arrow's C data interface and C stream interface, and how Python hands them over: arrow.apache.org/docs/format/CDataInterface.
_ArrowSchema = _structure("_ArrowSchema", format=c_char_p, name=c_char_p, metadata=c_void_p, flags=c_int64, n_children=c_int64,
                          children=c_void_p, dictionary=c_void_p, release=c_void_p, private_data=c_void_p)
_ArrowArray = _structure("_ArrowArray", length=c_int64, null_count=c_int64, offset=c_int64, n_buffers=c_int64, n_children=c_int64,
                         buffers=ctypes.POINTER(c_void_p), children=c_void_p, dictionary=c_void_p, release=c_void_p,
                         private_data=c_void_p)
_ArrowStream = _structure("_ArrowStream", get_schema=c_void_p, get_next=c_void_p, get_last_error=c_void_p, release=c_void_p,
                          private_data=c_void_p)
_GET, _SAY, _RELEASE = (ctypes.CFUNCTYPE(*types) for types in ((c_int, c_void_p, c_void_p), (c_char_p, c_void_p), (None, c_void_p)))
_ZEROS = [[bit for bit in range(8) if not byte >> bit & 1] for byte in range(256)]


def _arrow_view(name, column):
    """A column of Arrow as the library reads it."""
    if hasattr(column, "__arrow_c_array__"):
        schema, capsule = column.__arrow_c_array__()
        _check_type(name, _in_capsule(schema, b"arrow_schema", _ArrowSchema))
        part, whole = _in_capsule(capsule, b"arrow_array", _ArrowArray), array.array(_COLUMNS[name])
        at = _address_of_rows(part, whole.itemsize)
        if part.length == 0 or part.null_count != 0 and part.buffers[0] or at % whole.itemsize != 0:
            _append_arrow(name, part, whole)
            return whole
        where_it_lies = ({"B": c_uint8, "I": c_uint32, "q": c_int64}[whole.typecode] * part.length).from_address(at)
        where_it_lies.owner = capsule
        return where_it_lies
    capsule = column.__arrow_c_stream__()
    stream = _in_capsule(capsule, b"arrow_array_stream", _ArrowStream)
    with _from_stream(stream, stream.get_schema, _ArrowSchema) as schema:
        _check_type(name, schema)
    whole = array.array(_COLUMNS[name])
    while True:
        with _from_stream(stream, stream.get_next, _ArrowArray) as part:
            if not part.release:  # the end
                return whole
            _append_arrow(name, part, whole)


def _in_capsule(capsule, called, structure):
    get = ctypes.PYFUNCTYPE(c_void_p, ctypes.py_object, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
    found = structure.from_address(get(capsule, called))
    if not found.release:
        raise ValueError("this column of Arrow has been released")
    return found


@contextlib.contextmanager
def _from_stream(stream, get, structure):
    """What a stream hands over next, until the end of the block."""
    found = structure()
    status = _GET(get)(ctypes.byref(stream), ctypes.byref(found))
    if status != 0:
        raise OSError(status, (_SAY(stream.get_last_error)(ctypes.byref(stream)) or b"").decode(errors="replace"))
    try:
        yield found
    finally:
        if found.release:
            _RELEASE(found.release)(ctypes.byref(found))


def _check_type(name, schema):
    form = _COLUMNS[name]
    if schema.dictionary or schema.format not in {"B": (b"C",), "I": (b"I",), "q": (b"l", b"tss:")}[form]:
        kind = {"B": "uint8", "I": "uint32", "q": "int64 or timestamp[s] without a zone"}[form]
        raise TypeError(f"{name} is a column of {kind}: with Arrow, cast it to that")


def _address_of_rows(part, size):
    return (part.buffers[1] or 0) + part.offset * size


def _append_arrow(name, part, whole):
    """Copies an array of Arrow to the end of a column. Rows that are null tell nothing there."""
    if part.length == 0:
        return
    rows_before = len(whole)
    whole.frombytes((c_uint8 * (part.length * whole.itemsize)).from_address(_address_of_rows(part, whole.itemsize)))
    if part.null_count == 0 or not part.buffers[0]:
        return
    bits_before = part.offset % 8
    bits = (c_uint8 * ((bits_before + part.length + 7) // 8)).from_address(part.buffers[0] + part.offset // 8)
    for number, byte in enumerate(bytes(bits)):
        for bit in _ZEROS[byte]:
            row = 8 * number + bit - bits_before
            if 0 <= row < part.length:
                if name not in _MAY_BE_UNTOLD:
                    raise ValueError(f"{name} has nulls: leave their rows out")
                whole[rows_before + row] = UNTOLD


def _told(f):
    value, low, high = c_double(), c_double(), c_double()
    known = _library.kpi_value(ctypes.byref(f), ctypes.byref(value)) == 0
    ranged = _library.kpi_interval(ctypes.byref(f), ctypes.byref(low), ctypes.byref(high)) == 0
    return Figure(f.metric.decode(), f.name.decode(), f.label.decode(), f.unit.decode(), -f.numerator if f.negative else f.numerator,
                  f.denominator, value.value if known else None, low.value if ranged else None, high.value if ranged else None,
                  f.scale, f.shown_in)
