# SPDX-License-Identifier: MIT
"""Sales metrics over columns: NumPy arrays, array.array, bytes, an Arrow buffer, or lists.

    import kpi
    board = kpi.Board("win_rate", "talk_time")
    board.record(kind=kpi.kinds(["deal_won", "conversation"]), elapsed=[None, 93])
    board["win_rate"].value          # 1.0; None where there is none yet

Nothing is copied that has the right type: `kind` and `channel` are unsigned integers of 8 bits, `at` signed ones of
64, the others unsigned ones of 32, whose greatest tells nothing. A board is used by one thread at a time.

The library is KPI_LIBRARY, or libkpi.so beside this file."""

import array
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
"""In a column of 32 bits: this row tells nothing."""


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
    if isinstance(column, (list, tuple)):
        column = array.array(form, [UNTOLD if x is None and form == "I" else x for x in column])
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


def _told(f):
    value, low, high = c_double(), c_double(), c_double()
    known = _library.kpi_value(ctypes.byref(f), ctypes.byref(value)) == 0
    ranged = _library.kpi_interval(ctypes.byref(f), ctypes.byref(low), ctypes.byref(high)) == 0
    return Figure(f.metric.decode(), f.name.decode(), f.label.decode(), f.unit.decode(), -f.numerator if f.negative else f.numerator,
                  f.denominator, value.value if known else None, low.value if ranged else None, high.value if ranged else None,
                  f.scale, f.shown_in)
