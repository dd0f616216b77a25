# The table of bench/run, tabs between its columns. A figure is the median of its repetitions; the spread of a ratio is
# half the distance of its quartiles, from repetition to repetition.

def median: sort | if length == 0 then null else .[length / 2 | floor] end;
def quartile: sort | if length == 0 then null else .[length / 4 | floor] end;
def show: if . == null then "" else (. * 100 | round / 100 | tostring) end;

# "operation/size" -> contender -> [nanoseconds]
(reduce (.benchmarks[] | select(.run_type == "iteration" and .ns != null)) as $b ({};
    ($b.run_name // $b.name | sub("/iterations:.*"; "") | split("/")) as $path
    | .[$path[:-1] | join("/")][$path[-1]] += [$b.ns]))
as $times
| [$required | split("\n")[] | select(test("^[^#]")) | [splits("  +")]
   | {operation: .[0], against: .[1], at_most: ((if $column == "v3" then .[3] else .[2] end) | tonumber)}]
as $demands
| ["operation", "ns", "of the limit", "of the best peer", "", "required", "measured", ""],
  ($times | to_entries[] | select(.value.kpi != null) | .key as $operation | .value as $of
   | ($of.kpi | median) as $mine
   | ($of | to_entries | map(select(.key != "kpi" and .key != "limit") | {name: .key, ns: (.value | median)}) | min_by(.ns)) as $peer
   | [$demands[] | select(.operation == $operation)] as $asked
   | [$operation, ($mine | show), (if $of.limit then $mine / ($of.limit | median) else null end | show),
      (if $peer then $mine / $peer.ns else null end | show), ($peer.name // "")] as $row
   | if ($asked | length) == 0 then $row + ["", "", ""]
     else $asked | to_entries[] | .value as $a
       | (if ($a.against | test(" ns$")) then [$of.kpi[] / ($a.against | split(" ")[0] | tonumber)]
          elif $of[$a.against] then [$of.kpi, $of[$a.against]] | transpose | map(select(.[0] and .[1]) | .[0] / .[1])
          else [] end) as $ratios
       | (if .key == 0 then $row else ["", "", "", "", ""] end)
         + ["<= \($a.at_most) x \($a.against)", ($ratios | median | show),
            (if ($ratios | length) == 0 then (if $a.against == "limit" then "not measured" else "peer absent" end)
             elif ($ratios | median) <= 1.05 * $a.at_most then "met"
             elif ($ratios | quartile) <= $a.at_most then "within the spread"
             else "MISSED" end)]
     end)
| join("\t")
