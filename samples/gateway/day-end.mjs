// The end of a day in node: node day-end.mjs, with the environment of day-end.sh.
import { readFileSync } from 'node:fs';
import { Gateway, dayEnd } from './caresettle.mjs';

const env = process.env;
const gateway = new Gateway(
  env.CARESETTLE_GATEWAY,
  readFileSync(env.CARESETTLE_TOKEN_FILE, 'utf8').trim(),
);
const day = await dayEnd(gateway, { operator: env.OPERATOR }, env.DAY, (difference) => {
  console.log(`待确认 to be confirmed: ${difference.bill} ${difference.remedy.words}`);
  return false;
});
console.log(day.clean ? '账平 the books agree' : '有差异 they differ');
console.log(day.text);
