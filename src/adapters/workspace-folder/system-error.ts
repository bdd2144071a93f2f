/** What the system says of a file, with its code; null where it was not the system that said it. */
export function systemError(error: unknown): { readonly code: string | null; readonly message: string } {
  if (typeof error !== 'object' || error === null) return { code: null, message: String(error) };
  return {
    code: 'syscall' in error && 'code' in error && typeof error.code === 'string' ? error.code : null,
    message: 'message' in error && typeof error.message === 'string' ? error.message : 'it is not told why',
  };
}
