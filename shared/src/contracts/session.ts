import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { IsString, MinLength } from 'class-validator';
import { accountLimits, passwordLimits } from '../domain/index.js';
import { SignedInAccount } from './accounts.js';
import { MaxCharacters } from './max-characters.js';
import { tidied } from './tidied.js';

export class SignIn {
  @Transform(tidied)
  @IsString({ message: 'Enter your e-mail address' })
  @MinLength(1, { message: 'Enter your e-mail address' })
  @MaxCharacters(accountLimits.emailMax, { message: 'Enter your e-mail address' })
  @ApiProperty({ example: 'priya.nair@example.org', maxLength: accountLimits.emailMax })
  email: string;

  @IsString({ message: 'Enter your password' })
  @MinLength(1, { message: 'Enter your password' })
  @MaxCharacters(passwordLimits.max * 2, {
    message: 'The password is longer than any password of this service',
  })
  @ApiProperty({ example: 'three unrelated words', maxLength: passwordLimits.max * 2 })
  password: string;
}

export class SessionResponse {
  @Expose()
  @ApiProperty()
  signedIn: boolean;

  @Expose()
  @Type(() => SignedInAccount)
  @ApiProperty({ type: SignedInAccount, nullable: true })
  account: SignedInAccount | null;

  @Expose()
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Sent back as X-CSRF-Token with every change',
  })
  csrfToken: string | null;

  @Expose()
  @ApiProperty({ description: 'Seconds without use after which the session ends' })
  idleSeconds: number;

  @Expose()
  @ApiProperty({ description: 'Seconds before the end at which the page warns' })
  warnSeconds: number;

  @Expose()
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it ends if nothing more is asked',
  })
  endsAt: string | null;
}

export class OwnAccountResponse extends SignedInAccount {
  @Expose()
  @ApiProperty({ type: String, nullable: true })
  staffRef: string | null;

  @Expose()
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  passwordChangedAt: string | null;
}

export class OwnSessionResponse {
  @Expose()
  @ApiProperty({ format: 'uuid' })
  id: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @Expose()
  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;

  @Expose()
  @ApiProperty()
  isThisOne: boolean;

  @Expose()
  @ApiProperty({ description: 'The browser and system, in words', example: 'Firefox on Windows' })
  device: string;
}

export class OwnSessionListResponse {
  @Expose()
  @Type(() => OwnSessionResponse)
  @ApiProperty({ type: [OwnSessionResponse] })
  sessions: OwnSessionResponse[];
}

export class PasswordChange {
  @IsString({ message: 'Enter your current password' })
  @MinLength(1, { message: 'Enter your current password' })
  @MaxCharacters(passwordLimits.max * 2, {
    message: 'The password is longer than any password of this service',
  })
  @ApiProperty({ example: 'three unrelated words', maxLength: passwordLimits.max * 2 })
  currentPassword: string;

  /** Its length and strength are judged by the password rule, which says what to do. */
  @IsString({ message: 'Enter a new password' })
  @MinLength(1, { message: 'Enter a new password' })
  @MaxCharacters(passwordLimits.max * 2, {
    message: `Use ${passwordLimits.max} characters or fewer`,
  })
  @ApiProperty({ example: 'four other unrelated words', maxLength: passwordLimits.max * 2 })
  newPassword: string;
}

export class PasswordByLink {
  @IsString({ message: 'The link is not complete. Copy it again, or ask for a new one' })
  @MaxCharacters(100, { message: 'The link is not complete. Copy it again, or ask for a new one' })
  @ApiProperty({ description: 'The part of the link after #', maxLength: 100, example: 'x' })
  token: string;

  @IsString({ message: 'Enter a password' })
  @MinLength(1, { message: 'Enter a password' })
  @MaxCharacters(passwordLimits.max * 2, {
    message: `Use ${passwordLimits.max} characters or fewer`,
  })
  @ApiProperty({ example: 'four other unrelated words', maxLength: passwordLimits.max * 2 })
  password: string;
}
