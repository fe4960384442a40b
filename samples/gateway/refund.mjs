// A refund at a pharmacy in node: node refund.mjs, with the environment of refund.sh.
import { readFileSync } from 'node:fs';
import { Gateway, asOperator, refund } from './caresettle.mjs';

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
const remaining = {
  number: `${env.BILL}R`,
  lines: [{ line: '1', code: 'TEST-0001', unitPrice: '23.50', quantity: '1' }],
};
const outcome = await refund(gateway, who, env.BILL, remaining, '退药', (quote) => {
  console.log(`余下应付 to pay in cash for the rest: ${quote.split.cash}`);
  return true;
});
console.log(`结果 ending: ${outcome.ending}`);
if (outcome.slip) console.log(outcome.slip.text);
console.log('未完成 unfinished:', JSON.stringify(await gateway.get('/v1/unfinished')));
