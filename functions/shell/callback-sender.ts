import { lookup as resolve } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CallbackSender, Called } from './ports.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

const TIMEOUT_MS = 10_000;

export interface SenderOptions {
  /** Also the machine itself, in plain http: only on the local host. */
  readonly loopback: boolean;
  readonly timeoutMs?: number | undefined;
}

/** Host name of an address as the resolver takes it: IPv6 without brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Calls receivers back (SSRF in mind): https to public addresses only, checked on the very address that is connected to, so that a
 * name which changes its mind gains nothing; redirects are answers like any other; nothing of the answer is read but its status.
 */
export function callbackSender({ loopback, timeoutMs = TIMEOUT_MS }: SenderOptions): CallbackSender {
  const mayCall = (url: URL, address: string): boolean =>
    url.protocol === 'https:'
      ? isPublicAddress(address) || (loopback && isLoopbackAddress(address))
      : url.protocol === 'http:' && loopback && isLoopbackAddress(address);
  const addressesOf = async (url: URL): Promise<readonly { address: string; family: number }[]> => {
    const host = hostOf(url);
    if (host === '') return [];
    const family = isIP(host);
    const found = family === 0 ? await resolve(host, { all: true }) : [{ address: host, family }];
    // One bad address among good ones spoils the name.
    return found.every(({ address }) => mayCall(url, address)) ? found : [];
  };
  return {
    async allows(text) {
      const url = URL.parse(text);
      return url !== null && (await addressesOf(url).catch(() => [])).length > 0;
    },
    async send({ url: text, headers, body }) {
      const url = URL.parse(text);
      const addresses = url ? await addressesOf(url).catch(() => undefined) : [];
      if (addresses === undefined) return { failure: 'name-not-found' };
      const [first] = addresses;
      return url && first ? post(url, { ...first, headers, body, timeoutMs }) : { failure: 'address-refused' };
    },
  };
}

function post(
  url: URL,
  to: {
    readonly address: string;
    readonly family: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly timeoutMs: number;
  },
): Promise<Called> {
  const { address, family, headers, body, timeoutMs } = to;
  const checked: LookupFunction = (_host, options, answer) =>
    options.all ? answer(null, [{ address, family }]) : answer(null, address, family);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((done) => {
    const sent = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: checked,
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    });
    sent.on('response', ({ statusCode = 0 }) => {
      done({ status: statusCode });
      sent.destroy();
    });
    sent.on('error', (error: Error & { code?: string }) =>
      done({
        failure: error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : (error.code ?? 'broken'),
      }),
    );
    sent.end(body);
  });
}
