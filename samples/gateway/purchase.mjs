// A purchase at a pharmacy in node: node purchase.mjs, with the environment of purchase.sh.
import { readFileSync } from 'node:fs';
import { Gateway, asOperator, Problem, purchase } from './caresettle.mjs';

const env = process.env;
const gateway = new Gateway(
  env.CARESETTLE_GATEWAY,
  readFileSync(env.CARESETTLE_TOKEN_FILE, 'utf8').trim(),
);
const who = {
  operator: asOperator(env.OPERATOR, env.OPERATOR_PASSWORD),
  scanned: env.SCANNED,
  registration: {
    visit: env.VISIT,
    name: env.NAME,
    document: { type: 'resident-identity-card', number: env.DOCUMENT },
  },
  visit: { careType: 'pharmacy', serviceDate: env.DAY },
};
const bill = {
  number: env.BILL,
  lines: [{ line: '1', code: 'TEST-0001', unitPrice: '23.50', quantity: '2' }],
};
try {
  const outcome = await purchase(
    gateway,
    who,
    bill,
    (quote) => {
      console.log(`应付 to pay in cash: ${quote.split.cash}`);
      return true;
    },
    (record) => console.log(`流水 journal: ${record}`),
  );
  console.log(`结果 ending: ${outcome.ending}`);
  if (outcome.slip) console.log(outcome.slip.text);
  console.log('未完成 unfinished:', JSON.stringify(await gateway.get('/v1/unfinished')));
} catch (e) {
  if (!(e instanceof Problem)) throw e;
  console.error(`${e.turn}: ${e.message}`);
  process.exitCode = 1;
}
