// The end of a day in node: node day-end.mjs, with the environment of day-end.sh.
import { readFileSync } from 'node:fs';
import { Gateway, asOperator, dayEnd } from './caresettle.mjs';

const env = process.env;
const gateway = new Gateway(
  env.CARESETTLE_GATEWAY,
  readFileSync(env.CARESETTLE_TOKEN_FILE, 'utf8').trim(),
);
const operator = asOperator(env.OPERATOR, env.OPERATOR_PASSWORD);
const day = await dayEnd(gateway, operator, env.DAY, (difference) => {
  console.log(`待确认 to be confirmed: ${difference.bill} ${difference.remedy.words}`);
  return false;
});
console.log(day.clean ? '账平 the books agree' : '有差异 they differ');
console.log(day.text);
