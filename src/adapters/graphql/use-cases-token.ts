/** Names the use cases about access among the providers of the module. */
export const ACCESS = Symbol('ACCESS');
/** Names the use cases among the providers of the module. */
export const USE_CASES = Symbol('USE_CASES');
