import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MinLength,
} from 'class-validator';
import {
  accountLimits,
  accountStatuses,
  roles,
  staffRefPattern,
  type AccountStatus,
  type Role,
} from '../domain/index.js';
import { MaxCharacters } from './max-characters.js';
import { SeenVersion } from './seen-version.js';
import { tidied, tidiedOrNull } from './tidied.js';

export class AgencyResponse {
  @Expose()
  @ApiProperty({ example: 'health' })
  key: string;

  @Expose()
  @ApiProperty({ example: 'Health' })
  title: string;
}

export class AgencyListResponse {
  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({ type: [AgencyResponse] })
  agencies: AgencyResponse[];
}

export class AccountWanted {
  @Transform(tidied)
  @IsString({ message: 'Enter the person’s full name' })
  @MinLength(1, { message: 'Enter the person’s full name' })
  @MaxCharacters(accountLimits.fullNameMax, {
    message: `Full name must be ${accountLimits.fullNameMax} characters or fewer`,
  })
  @ApiProperty({ example: 'Priya Nair', minLength: 1, maxLength: accountLimits.fullNameMax })
  fullName: string;

  @Transform(tidied)
  @IsEmail({}, { message: 'Enter an e-mail address in the correct form, like name@example.org' })
  @MaxCharacters(accountLimits.emailMax, {
    message: `E-mail address must be ${accountLimits.emailMax} characters or fewer`,
  })
  @ApiProperty({ example: 'priya.nair@example.org', maxLength: accountLimits.emailMax })
  email: string;

  @IsArray({ message: 'Choose at least one role' })
  @ArrayMaxSize(roles.length, { message: 'Choose each role once' })
  @ArrayUnique({ message: 'Choose each role once' })
  @IsIn(roles, { each: true, message: 'Choose roles from the list' })
  @ApiProperty({ enum: roles, isArray: true, example: ['auditor'] })
  roles: Role[];

  @Transform(tidiedOrNull)
  @IsOptional()
  @IsString({ message: 'Choose an agency from the list' })
  @MaxCharacters(accountLimits.agencyMax, { message: 'Choose an agency from the list' })
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'health',
    maxLength: accountLimits.agencyMax,
  })
  agency?: string | null;

  @Transform(tidiedOrNull)
  @IsOptional()
  @MaxCharacters(accountLimits.staffRefMax, {
    message: `Staff reference must be ${accountLimits.staffRefMax} characters or fewer`,
  })
  @Matches(staffRefPattern, {
    message:
      'Staff reference must be letters, numbers, full stops, dashes, slashes or underscores, with no spaces',
  })
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'SO-031',
    maxLength: accountLimits.staffRefMax,
    description: 'How the plan register names this officer',
  })
  staffRef?: string | null;
}

export class AccountChange extends AccountWanted {
  @SeenVersion()
  version: number;
}

export class AccountEnding {
  @SeenVersion()
  version: number;
}

export class AccountFilter {
  @IsOptional()
  @IsIn(roles, { message: 'Choose a role from the list' })
  @ApiPropertyOptional({ enum: roles })
  role?: Role;

  @IsOptional()
  @IsString({ message: 'Choose an agency from the list' })
  @MaxCharacters(accountLimits.agencyMax, { message: 'Choose an agency from the list' })
  @ApiPropertyOptional({ maxLength: accountLimits.agencyMax })
  agency?: string;

  @IsOptional()
  @IsIn(accountStatuses, { message: 'Choose a status from the list' })
  @ApiPropertyOptional({ enum: accountStatuses })
  status?: AccountStatus;
}

/** Who a person is, as the person and administrators see it. */
export class SignedInAccount {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty()
  fullName: string;

  @Expose()
  @ApiProperty()
  email: string;

  @Expose()
  @ApiProperty({ enum: roles, isArray: true })
  roles: Role[];

  @Expose()
  @Type(() => AgencyResponse)
  @ApiProperty({ type: AgencyResponse, nullable: true })
  agency: AgencyResponse | null;
}

export class AccountResponse extends SignedInAccount {
  @Expose()
  @ApiProperty({ type: String, nullable: true })
  staffRef: string | null;

  @Expose()
  @ApiProperty({ enum: accountStatuses })
  status: AccountStatus;

  @Expose()
  @ApiProperty({ description: 'Made with the demonstration data; refused in production' })
  isDemo: boolean;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSignedInAt: string | null;

  @Expose()
  @ApiProperty()
  version: number;
}

export class AccountListResponse {
  @Expose()
  @Type(() => AccountResponse)
  @ApiProperty({ type: [AccountResponse] })
  accounts: AccountResponse[];
}

export class PasswordLinkResponse {
  @Expose()
  @ApiProperty({ description: 'Shown this once; only its hash is kept' })
  link: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
