"""Runs the demo and holds its JSON to what the README promises: three bills, one resolution, a balanced ledger."""

import json
import subprocess
import sys

run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=False)
assert run.returncode == 0, f"the demo ended with {run.returncode}"
demo = json.loads(run.stdout.decode("utf-8"))


def fen(yuan):
    whole, decimals = yuan.split(".")
    sign = -1 if whole.startswith("-") else 1
    return sign * (abs(int(whole)) * 100 + int(decimals))


bills = demo["bills"]
assert len(bills) == 3, f"three bills were promised, {len(bills)} came"
assert len(demo["resolutions"]) == 1, f"one resolution was promised, {len(demo['resolutions'])} came"
paid = {}
for bill in bills:
    assert bill["outcome"] == "settled", bill["outcome"]
    assert bill["estimate"]["byWhom"] == bill["trial"]["byWhom"] == bill["settled"]["byWhom"], bill["bill"]
    for payer, amount in bill["settled"]["byWhom"].items():
        paid[payer] = paid.get(payer, 0) + fen(amount)
    assert sum(fen(a) for a in bill["settled"]["byWhom"].values()) == fen(bill["total"])

# What the funds and accounts gave, as the centre's books hold it, is what the three bills say.
ledger = demo["ledger"]
for payer, amount in paid.items():
    assert fen(ledger["sums"].get(payer, "0.00")) == amount, (payer, ledger["sums"], amount)
assert ledger["balanced"] is True
print(f"demo --json: {len(bills)} bills, {len(demo['resolutions'])} resolution, ledger", ledger["sums"])
