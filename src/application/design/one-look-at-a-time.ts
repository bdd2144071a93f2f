/** A look at what waits that is never taken twice at once: whoever asks for it meanwhile has it taken once more. */
export interface Looks {
  /** Asks for a look. */
  wake(): void;
  /** Whether a look was asked for that has not begun, or has failed. */
  isOwed(): boolean;
  isOver(): boolean;
  /** Takes no more of them. */
  stop(): void;
}

/** look: what is done. One that fails is owed, and taken the next time that somebody asks; failed is told why. */
export function oneLookAtATime(look: () => Promise<void>, failed: (error: unknown) => void): Looks {
  let isLooking = false;
  let isOwed = false;
  let isOver = false;

  const isWanted = (): boolean => isOwed && !isOver;

  async function lookOn(): Promise<void> {
    isLooking = true;
    try {
      while (isWanted()) {
        isOwed = false;
        await look();
      }
    } catch (error) {
      isOwed = true;
      failed(error);
    } finally {
      isLooking = false;
    }
  }

  return {
    wake() {
      isOwed = true;
      if (!isLooking && !isOver) void lookOn();
    },
    isOwed: () => isOwed,
    isOver: () => isOver,
    stop() {
      isOver = true;
    },
  };
}
