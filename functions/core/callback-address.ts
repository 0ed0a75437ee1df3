import { must } from './problem.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses an address that no host may call: anything but https (plain http only to the machine itself, which only the local host
 * allows), credentials in the address, a fragment. Whether its name leads to a public address is the shell's to find out.
 */
export function mustBeCallable(address: string, found: 'allowed' | 'refused' | undefined): void {
  const url = URL.parse(address);
  must(url, 'callback-address-refused', { why: 'url' });
  const own = loopback.includes(url.hostname);
  must(url.protocol === 'https:' || (url.protocol === 'http:' && own), 'callback-address-refused', { why: 'https' });
  must(url.username === '' && url.password === '' && url.hash === '', 'callback-address-refused', { why: 'parts' });
  must(found === 'allowed', 'callback-address-refused', { why: 'private' });
}
