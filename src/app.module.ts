import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import {
  apolloOptions,
  MutationResolver,
  PeopleResolver,
  QueryResolver,
  USE_CASES,
  type GraphqlOptions,
} from './adapters/graphql/index.js';
import type { UseCases } from './application/index.js';

/** Everything that the module is given. */
export interface AppParts {
  readonly useCases: UseCases;
  readonly graphql: GraphqlOptions;
}

/** The GraphQL server with its resolvers over these use cases. */
@Module({})
export class AppModule {
  static over({ useCases, graphql }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [GraphQLModule.forRoot(apolloOptions(graphql))],
      providers: [
        { provide: USE_CASES, useValue: useCases },
        QueryResolver,
        PeopleResolver,
        MutationResolver,
      ],
    };
  }
}
