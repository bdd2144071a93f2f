import { readFileSync } from 'node:fs';
import { SettingError } from './setting-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings that are secret, or hold a secret. */
const SECRETS = [
  'HEADWATER_DATABASE',
  'HEADWATER_OPENID_CLIENT_SECRET',
  'HEADWATER_INTROSPECTION_TOKEN',
  'HEADWATER_METRICS_TOKEN',
] as const;

/**
 * The environment with the secrets that it names files for, as a store of secrets puts them there (…_FILE): each is the text
 * of its file without the line end. SettingError where a file cannot be read, is empty, or the secret is told as well.
 */
export function withSecretsOfFiles(environment: Environment): Environment {
  const found = SECRETS.flatMap((name) => {
    const file = environment[`${name}_FILE`]?.trim() ?? '';
    if (file === '') return [];
    if ((environment[name]?.trim() ?? '') !== '')
      throw new SettingError(`${name} and ${name}_FILE are both set: leave one of them out.`);
    return [[name, textOf(`${name}_FILE`, file)] as const];
  });
  return found.length === 0 ? environment : { ...environment, ...Object.fromEntries(found) };
}

function textOf(variable: string, file: string): string {
  let text = '';
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new SettingError(
      `${variable} is "${file}", which cannot be read (${code}). Name a file that the user of the service may read.`,
    );
  }
  if (text.trim() !== '' && !/[\r\n\0]/.test(text)) return text;
  throw new SettingError(`${variable} is "${file}"; one line with the secret was expected in that file.`);
}
