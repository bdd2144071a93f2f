/** SMALL: made in some tenths of a second, so that it never waits behind one that is not. */
export type DesignSize = 'SMALL' | 'LARGE';

/** A design that waits for its turn or has it. */
export interface DesignTicket {
  readonly workspaceId: string;
  readonly designId: string;
  readonly size: DesignSize;
}

/** How many designs of each size are made on this server at once. */
export type DesignPlaces = Readonly<Record<DesignSize, number>>;

/** A design that is being made on this server. */
export interface DesignInHand {
  /** Resolves once nothing more is done about it here: it has ended, or was handed back. It does not reject. */
  readonly done: Promise<void>;
  /** The server stops: it is handed back, so that it is made again, here or elsewhere. */
  handBack(): void;
  /** It is no longer ours: what is found is not kept. */
  drop(): void;
}

/** Makes a design whose turn it is. */
export type MakeDesign = (designId: string) => DesignInHand;

/** The turns of the designs of one workspace, whichever server makes them. Each is made at least once, and ends once. */
export interface DesignQueue {
  /** Within the unit of work that keeps a design: it has its turn if that is kept, and has none if it is not. */
  add(designId: string, size: DesignSize): Promise<void>;
  /** Within the unit of work that ends a design: its turn is over. false where it is not this server's to end. */
  finish(designId: string): Promise<boolean>;
  /** Looks at once whether it is somebody's turn. */
  wake(): void;
  /** How the designs of this workspace are made on this server. */
  serve(make: MakeDesign): void;
  /** Told about once a second, where there is a clock; what is given back ends it. */
  onPulse(beat: () => void): () => void;
}
