/** Names the use cases among the providers of the module. */
export const USE_CASES = Symbol('USE_CASES');
