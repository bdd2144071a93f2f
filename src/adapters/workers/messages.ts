import type { Designed, DesignQuestion, FaultCode } from '../../application/index.js';
import type { SearchNews } from '../../domain/index.js';

/** What a worker is asked; enough holds 1 once what there is by then is enough. */
export interface AskedQuestion {
  readonly question: DesignQuestion;
  readonly enough: Int32Array;
}

/** What a worker tells. code: of a fault that is meant for whoever asked. */
export type WorkerAnswer =
  | { readonly kind: 'NEWS'; readonly news: SearchNews }
  | { readonly kind: 'DONE'; readonly designed: Designed }
  | {
      readonly kind: 'FAILED';
      readonly message: string;
      readonly stack: string | null;
      readonly code: FaultCode | null;
    };
