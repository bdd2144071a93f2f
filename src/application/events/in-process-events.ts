import type { Events, Happening } from '../ports/index.js';

/** Events within this process: what happens in another one is not heard here. */
export interface InProcessEvents extends Events {
  publish(happening: Happening): void;
}

/** Tells whoever subscribed, in the order in which it is published. */
export function inProcessEvents(): InProcessEvents {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    publish: (happening) => {
      for (const listener of [...listeners]) listener(happening);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
