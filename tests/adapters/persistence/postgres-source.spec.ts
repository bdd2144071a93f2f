import { expect, it } from '@jest/globals';
import { asVerified } from '../../../src/adapters/persistence/postgres-source.js';

it.each([
  ['postgres://a@localhost/b?sslmode=require', 'postgres://a@localhost/b?sslmode=verify-full'],
  [
    'postgres://a@localhost/b?application_name=c&sslmode=prefer&x=1',
    'postgres://a@localhost/b?application_name=c&sslmode=verify-full&x=1',
  ],
  ['postgres://a@localhost/b?sslmode=disable', 'postgres://a@localhost/b?sslmode=disable'],
  ['postgres://a:sslmode=require@localhost/b', 'postgres://a:sslmode=require@localhost/b'],
  [
    'postgres://a@localhost/b?uselibpqcompat=true&sslmode=require',
    'postgres://a@localhost/b?uselibpqcompat=true&sslmode=require',
  ],
])('an address says the encryption that the driver makes of it: %s', (told, taken) => {
  expect(asVerified(told)).toBe(taken);
});
