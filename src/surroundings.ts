import { readServerSettings, SettingError, type ServerSettings } from './adapters/web/index.js';
import { Fault } from './application/index.js';

/** What the environment of a command sets; a Fault BAD_INPUT of one line where something of it cannot be used. */
export function surroundings(): ServerSettings {
  try {
    return readServerSettings(process.env);
  } catch (error) {
    if (error instanceof SettingError) throw new Fault('BAD_INPUT', error.message, { cause: error });
    throw error;
  }
}
