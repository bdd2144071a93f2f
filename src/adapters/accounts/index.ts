export { createCurrentMember, type CurrentMember } from './current-member.js';
export { knownPasswords } from './known-passwords.js';
export { openIdProvider } from './openid-provider.js';
export { randomSecrets } from './random-secrets.js';
export { scryptPasswords } from './scrypt-passwords.js';
