import { join } from 'node:path';

const SEGMENT = /^[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,199}$/;

/** The segments of an object key. Throws `BadObjectKey` for anything that could leave the store's folder or hide in it. */
export function objectKeySegments(key: string): readonly string[] {
  const segments = key.split('/');
  if (key.length > 900 || !segments.every((segment) => SEGMENT.test(segment))) {
    throw Object.assign(new Error(`对象键无效 Not a valid object key: ${JSON.stringify(key)}`), {
      name: 'BadObjectKey',
    });
  }
  return segments;
}

/** Where an object lies below the store's folder. */
export const objectPath = (root: string, key: string): string => join(root, ...objectKeySegments(key));
