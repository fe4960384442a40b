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
  const { shift } = await gateway.post('/v1/shifts', who.operator);
  const { patient } = await gateway.post('/v1/identify', {
    shift,
    credential: { scanned: who.scanned },
    registration: who.registration,
  });
  const { eligibility } = await gateway.post('/v1/eligibility', { shift, patient, visit: who.visit });
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
