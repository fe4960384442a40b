#!/usr/bin/env bash
# CPU seconds (user + sys) of fresh JVMs: pack compile of a pack of more than 900 lines (at most 1 s),
# and loading the compiled bytes and splitting the first bill, beside a program that does nothing (at
# most 50 ms more). Prints the median of 10 runs each, with the least and the most.
# Usage, after mvn package: cold-start.sh TOOL.jar TEST-CLASSES
set -euo pipefail
tool=$1
tests=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cpu() { # the CPU milliseconds of a command
  TIMEFORMAT='%U %S'
  { time "$@" >/dev/null; } 2>&1 | awk '{ printf "%.0f\n", ($1 + $2) * 1000 }'
}

row() { # name, command...
  local name=$1
  shift
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -f "$work/out"
    cpu "$@"
  done | sort -n | awk -v name="$name" '{ all[NR] = $1 }
    END { printf "%-34s median %4.0f ms  (%d to %d)\n", name, (all[5] + all[6]) / 2, all[1], all[NR] }'
}

java -cp "$tests:$tool" io.caresettle.tool.LargePack "$work/large.yaml"
java -jar "$tool" pack compile "$work/large.yaml" --out "$work/large.pack"
wc -l "$work/large.yaml"
first=(java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$tests:$tool" io.caresettle.policy.compiled.FirstBill)
row "bare JVM" "${first[@]}"
row "load and split the first bill" "${first[@]}" "$work/large.pack" 2026-12-01
row "pack compile" java -jar "$tool" pack compile "$work/large.yaml" --out "$work/out"
row "tool --version" java -jar "$tool" --version
