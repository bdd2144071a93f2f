/** A setting that cannot be used, told in one line. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
