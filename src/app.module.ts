import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import {
  ACCESS,
  AccessActsResolver,
  AccessResolver,
  apolloOptions,
  DesignResolver,
  MutationResolver,
  PeopleResolver,
  QueryResolver,
  RemovalResolver,
  StaffingResolver,
  SubscriptionResolver,
  USE_CASES,
  type GraphqlOptions,
} from './adapters/graphql/index.js';
import type { AccessUseCases } from './application/access/index.js';
import type { UseCases } from './application/index.js';

/** Everything that the module is given. */
export interface AppParts {
  readonly useCases: UseCases;
  readonly access: AccessUseCases;
  readonly graphql: GraphqlOptions;
}

/** The GraphQL server with its resolvers over these use cases. */
@Module({})
export class AppModule {
  static over({ useCases, access, graphql }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [GraphQLModule.forRoot(apolloOptions(graphql))],
      providers: [
        { provide: USE_CASES, useValue: useCases },
        { provide: ACCESS, useValue: access },
        AccessResolver,
        AccessActsResolver,
        QueryResolver,
        PeopleResolver,
        MutationResolver,
        RemovalResolver,
        StaffingResolver,
        DesignResolver,
        SubscriptionResolver,
      ],
    };
  }
}
