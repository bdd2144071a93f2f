// @ts-expect-error: there is no such file, and that is the point
export * from './not-there.js';
