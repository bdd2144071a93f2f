import type { DesignInHand, DesignPlaces, DesignSize, DesignTicket, MakeDesign } from '../ports/index.js';

/** The designs that are being made on this server, and how those of each workspace are made. */
export interface DesignsInHand {
  /** Whether another one of that size may be begun. */
  hasPlace(size: DesignSize): boolean;
  has(designId: string): boolean;
  serve(workspaceId: string, make: MakeDesign): void;
  /** Begins a design; resolves once nothing more is done about it here. It does not reject. */
  begin(ticket: DesignTicket): Promise<void>;
  /** Hands back everything, and resolves once nothing is in hand any more. */
  handBackAll(): Promise<void>;
  /** Drops everything: it is made elsewhere by now. */
  dropAll(): void;
  onPulse(beat: () => void): () => void;
  pulse(): void;
}

interface Held {
  readonly making: DesignInHand;
  readonly size: DesignSize;
}

/** Keeps designs in hand; open: makes sure that a workspace is served. */
export function designsInHand(places: DesignPlaces, open: (workspaceId: string) => void): DesignsInHand {
  const makers = new Map<string, MakeDesign>();
  const inHand = new Map<string, Held>();
  const beats = new Set<() => void>();

  function makerOf(workspaceId: string): MakeDesign {
    if (!makers.has(workspaceId)) open(workspaceId);
    const make = makers.get(workspaceId);
    if (!make) throw new Error(`Nobody makes the designs of the workspace ${workspaceId}`);
    return make;
  }

  return {
    hasPlace: (size) => [...inHand.values()].filter((one) => one.size === size).length < places[size],
    has: (designId) => inHand.has(designId),
    serve: (workspaceId, make) => void makers.set(workspaceId, make),
    async begin({ workspaceId, designId, size }) {
      const making = makerOf(workspaceId)(designId);
      const mine: Held = { making, size };
      inHand.set(designId, mine);
      await making.done;
      // What was dropped may be in hand once more by then.
      if (inHand.get(designId) === mine) inHand.delete(designId);
    },
    async handBackAll() {
      const all = [...inHand.values()].map(({ making }) => making);
      for (const one of all) one.handBack();
      await Promise.all(all.map(({ done }) => done));
    },
    dropAll() {
      for (const { making } of inHand.values()) making.drop();
    },
    onPulse(beat) {
      beats.add(beat);
      return () => void beats.delete(beat);
    },
    pulse() {
      for (const beat of [...beats]) beat();
    },
  };
}
