import type { HttpHandler } from './http-handler.js';

/** One handler that asks the others in their order, until one of them answers or fails. */
export function oneAfterTheOther(handlers: readonly HttpHandler[]): HttpHandler {
  return (request, response, next) => {
    let at = 0;
    const goOn = (error?: unknown): void => {
      const handler = error ? undefined : handlers[at];
      at += 1;
      if (!handler) return next(error);
      try {
        handler(request, response, goOn);
      } catch (thrown) {
        next(thrown);
      }
    };
    goOn();
  };
}
