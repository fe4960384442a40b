// A counter over the loopback gateway, for a page in a browser and for node. No dependencies.

/** What the gateway did not do: type for programs, turn and message for people. */
export class Problem extends Error {
  constructor(told) {
    super(told.message);
    Object.assign(this, { type: told.type, turn: told.turn, status: told.status, told });
  }
}

export class Gateway {
  constructor(address, token) {
    this.address = address;
    this.headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  }

  async call(method, path, body) {
    const answer = await fetch(this.address + path, {
      method,
      headers: this.headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Problem(told);
    return told;
  }

  get = (path) => this.call('GET', path);
  post = (path, body) => this.call('POST', path, body);

  /** Tells each event of a bill, {event, data}, until it has ended. EventSource sends no token. */
  async *events(bill, signal) {
    const answer = await fetch(`${this.address}/v1/bills/${bill}/events`, {
      headers: { Authorization: this.headers.Authorization },
      signal,
    });
    if (!answer.ok) throw new Problem(await answer.json());
    let text = '';
    const decoder = new TextDecoder();
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
        const lines = text.slice(0, end).split('\n');
        const of = (key) => lines.find((l) => l.startsWith(`${key}: `))?.slice(key.length + 2);
        if (of('data')) yield { event: of('event'), data: JSON.parse(of('data')) };
      }
    }
  }
}

/**
 * One purchase, from what the scanner typed to the slip.
 * @param confirm is shown the quote, and answers whether the patient agrees
 * @param progress hears each record of the journal
 */
export async function purchase(gateway, who, bill, confirm, progress = () => {}) {
  const { shift, eligibility } = await eligible(gateway, who);
  const quote = await gateway.post('/v1/quotes', { shift, eligibility, bill });
  if (!(await confirm(quote))) return { ending: 'not-wanted' };

  const hears = (async () => {
    for await (const { event, data } of gateway.events(bill.number)) {
      if (event === 'record') progress(data.record);
    }
  })();
  const outcome = await settle(gateway, bill.number, { shift, quote: quote.quote, digest: quote.digest });
  if (outcome.ending !== 'settled') {
    hears.catch(() => {});
    return outcome; // unknown: the terminal is finding out; ask GET /v1/bills/{number}
  }
  await hears;
  const slip = await gateway.get(`/v1/bills/${bill.number}/slip?paper=58`);
  // Only after the caller's own transaction has committed:
  await gateway.post(`/v1/bills/${bill.number}/acknowledge`, {});
  return { ...outcome, slip };
}

/**
 * A refund: the old bill is cancelled, and what remains settled anew under its own number. Sent
 * again, also after a crash between the two, it goes on where it stood.
 * @param remaining the bill of what remains
 */
export async function refund(gateway, who, old, remaining, reason, confirm) {
  const { shift, eligibility } = await eligible(gateway, who);
  const told = await gateway.post(`/v1/bills/${old}/refund`, {
    shift,
    eligibility,
    bill: remaining,
    reason,
  });
  if (!told.quote) return told; // the old bill may stand, or the new one was begun: see told
  if (!(await confirm(told.quote))) return { ...told, ending: 'not-wanted' };
  const { quote, digest } = told.quote;
  const outcome = await settle(gateway, remaining.number, { shift, quote, digest });
  if (outcome.ending !== 'settled') return outcome;
  const slip = await gateway.get(`/v1/bills/${old}/refund/slip?paper=58`);
  // Only after the caller's own transaction has committed:
  await gateway.post(`/v1/bills/${old}/acknowledge`, {});
  await gateway.post(`/v1/bills/${remaining.number}/acknowledge`, {});
  return { ...outcome, slip };
}

/** Who takes a shift. The password opens the operator's key; without one, none is sent. */
export function asOperator(operator, password) {
  return password ? { operator, password } : { operator };
}

/**
 * The end of a day.
 * @param decide is shown each difference that somebody may decide on, and answers whether to do
 *     its remedy; the operator signs for it
 */
export async function dayEnd(gateway, operator, day, decide = () => false) {
  const { shift } = await gateway.post('/v1/shifts', operator);
  const compare = () => gateway.post(`/v1/days/${day}/compare`, { shift });
  let told = await compare();
  let confirmed = 0;
  for (const each of [...told.differences, ...told.carried]) {
    if (each.decision && (await decide(each))) {
      await gateway.post(`/v1/days/${day}/confirm`, { shift, decision: each.decision });
      confirmed++;
    }
  }
  if (confirmed > 0) told = await compare();
  const { text, csv } = await gateway.post(`/v1/days/${day}/report`, {
    shift,
    report: told.report,
  });
  return { ...told, text, csv };
}

async function eligible(gateway, who) {
  const { shift } = await gateway.post('/v1/shifts', who.operator);
  const { patient } = await gateway.post('/v1/identify', {
    shift,
    credential: { scanned: who.scanned },
    registration: who.registration,
  });
  return {
    shift,
    ...(await gateway.post('/v1/eligibility', { shift, patient, visit: who.visit })),
  };
}

/** Sent again when the answer is lost: a bill is settled once by its number. */
async function settle(gateway, number, body) {
  for (let left = 3; ; left--) {
    try {
      return await gateway.post(`/v1/bills/${number}/settle`, body);
    } catch (e) {
      if (e instanceof Problem || left === 0) throw e;
    }
  }
}
