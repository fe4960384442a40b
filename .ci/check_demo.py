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
    assert bill["estimate"]["by_whom"] == bill["trial"]["by_whom"] == bill["settled"]["by_whom"], bill["bill"]
    for payer, amount in bill["settled"]["by_whom"].items():
        paid[payer] = paid.get(payer, 0) + fen(amount)
    assert sum(fen(a) for a in bill["settled"]["by_whom"].values()) == fen(bill["total"])

# What the funds and accounts gave, as the centre's books hold it, is what the three bills say.
ledger = demo["ledger"]
assert set(paid) == set(ledger), (paid, ledger)
for payer, amount in paid.items():
    assert fen(ledger[payer]) == amount, (payer, ledger, amount)
assert demo["books"]["balanced"] is True
assert sum(fen(entry["sum"]) for entry in demo["books"]["ledgers"]) == 0, demo["books"]
print(f"demo --json: {len(bills)} bills, {len(demo['resolutions'])} resolution, ledger", ledger)
