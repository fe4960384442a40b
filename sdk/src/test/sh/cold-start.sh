#!/usr/bin/env bash
# CPU time (user + sys) of fresh JVMs: pack compile of a pack of more than 900 lines (at most 1 s), and
# loading the compiled bytes and splitting the first bill, beside a program that does nothing (at most
# 50 ms more). Ten rounds, in each of them every row once; prints medians, with the least and the most.
#
# Usage, after mvn package: cold-start.sh TOOL.jar SDK.jar TEST-CLASSES
set -euo pipefail
tool=$1
sdk=$2
tests=$3
rounds=${ROUNDS:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

declare -A all
names=()

once() { # name, command...: one more run of a row
  local name=$1 cpu
  shift
  rm -f "$work/out"
  TIMEFORMAT='%U %S'
  cpu=$( { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.0f", ($1 + $2) * 1000 }')
  [[ -v all[$name] ]] || names+=("$name")
  all[$name]+="$cpu "
}

java -cp "$tests:$tool" io.caresettle.tool.LargePack "$work/large.yaml"
java -jar "$tool" pack compile "$work/large.yaml" --out "$work/large.pack"
wc -l "$work/large.yaml"

# A shared archive takes classes from jars only.
mkdir -p "$work/first/io/caresettle/policy/compiled"
cp "$tests/io/caresettle/policy/compiled/FirstBill.class" "$work/first/io/caresettle/policy/compiled"
jar cf "$work/first.jar" -C "$work/first" .
first=(-cp "$work/first.jar:$sdk" io.caresettle.policy.compiled.FirstBill)
java -XX:ArchiveClassesAtExit="$work/first.jsa" "${first[@]}" "$work/large.pack" >/dev/null 2>&1
shared=(-XX:SharedArchiveFile="$work/first.jsa")
compile=(-jar "$tool" pack compile "$work/large.yaml" --out "$work/out")

for ((i = 0; i < rounds; i++)); do
  once "bare JVM" java "${first[@]}"
  once "first bill" java "${first[@]}" "$work/large.pack"
  once "first bill, C1" java -XX:TieredStopAtLevel=1 "${first[@]}" "$work/large.pack"
  once "first bill, shared archive" java "${shared[@]}" "${first[@]}" "$work/large.pack"
  once "first bill, shared archive, C1" \
    java "${shared[@]}" -XX:TieredStopAtLevel=1 "${first[@]}" "$work/large.pack"
  once "pack compile" java "${compile[@]}"
  once "pack compile, C1" java -XX:TieredStopAtLevel=1 "${compile[@]}"
  once "pack --version" java -jar "$tool" pack compile --version
done
for name in "${names[@]}"; do
  tr ' ' '\n' <<<"${all[$name]% }" | sort -n | awk -v name="$name" '{ a[NR] = $1 }
    END { printf "%-32s median %4.0f ms  (%d to %d)\n", name, (a[int((NR + 1) / 2)] + a[int((NR + 2) / 2)]) / 2, a[1], a[NR] }'
done
