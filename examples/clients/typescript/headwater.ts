/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What somebody is to a step. */
export type RaciLetter =
  /** Responsible: does the work. */
  | 'R'
  /** Accountable: answers for the result; exactly one for each step. */
  | 'A'
  /** Consulted: is asked before it is done. */
  | 'C'
  /** Informed: is told when it is done. */
  | 'I';

/** A proposed assignment: holder is a role or a person, step is a step, both by name or key; reason is what the asker says, and never a justification. */
export type Wish = {
  /** A role of the adopted structure (of the suggested one where none is adopted) or a person, by name or key. */
  holder: string;
  /** The step that it is for, by name or key; a wish without a step is refused. */
  step?: string | null | undefined;
  /** What the holder shall be to the step. */
  letter: RaciLetter;
  /** What the asker says for it: kept and printed, and never a justification. */
  reason?: string | null | undefined;
};

export type SuggestedRolesQueryVariables = Exact<{
  stream: string;
}>;

export type SuggestedRolesQuery = {
  valueStream: {
    name: string;
    suggestedStructure:
      | {
          __typename: 'StructureProposal';
          roles: Array<{
            name: string;
            positions: number | null;
            fte: { text: string };
            steps: Array<{ name: string }>;
            why: Array<{ text: string }>;
          }>;
        }
      | { __typename: 'StreamNotReady'; missing: Array<{ message: string }> }
      | { __typename: 'LimitsContradict'; message: string };
  } | null;
};

export type JudgeWishesQueryVariables = Exact<{
  stream: string;
  wishes: Array<Wish> | Wish;
}>;

export type JudgeWishesQuery = {
  judgeAssignments: Array<
    | { __typename: 'AcceptedWish'; holder: string; step: { name: string }; because: Array<{ text: string }> }
    | {
        __typename: 'RefusedWish';
        holder: string;
        citedStep: string | null;
        reasons: Array<{ code: string; missingLink: string; remedy: string }>;
      }
  >;
};

export type RaciReportQueryVariables = Exact<{
  stream: string;
}>;

export type RaciReportQuery = { valueStream: { raciReport: { filename: string; content: string } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SuggestedRolesDocument = new TypedDocumentString(`
    query SuggestedRoles($stream: String!) {
  valueStream(key: $stream) {
    name
    suggestedStructure {
      __typename
      ... on StructureProposal {
        roles {
          name
          positions
          fte {
            text
          }
          steps {
            name
          }
          why {
            text
          }
        }
      }
      ... on StreamNotReady {
        missing {
          message
        }
      }
      ... on LimitsContradict {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestedRolesQuery, SuggestedRolesQueryVariables>;
export const JudgeWishesDocument = new TypedDocumentString(`
    query JudgeWishes($stream: String!, $wishes: [Wish!]!) {
  judgeAssignments(stream: $stream, wishes: $wishes) {
    __typename
    ... on AcceptedWish {
      holder
      step {
        name
      }
      because {
        text
      }
    }
    ... on RefusedWish {
      holder
      citedStep
      reasons {
        code
        missingLink
        remedy
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JudgeWishesQuery, JudgeWishesQueryVariables>;
export const RaciReportDocument = new TypedDocumentString(`
    query RaciReport($stream: String!) {
  valueStream(key: $stream) {
    raciReport(format: MARKDOWN) {
      filename
      content
    }
  }
}
    `) as unknown as TypedDocumentString<RaciReportQuery, RaciReportQueryVariables>;
