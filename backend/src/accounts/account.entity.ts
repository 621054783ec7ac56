import type { AccountStatus, Role } from '@app/shared/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'full_name' })
  fullName: string;

  @Column('text')
  email: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text', { nullable: true })
  agency: string | null;

  @Column('text', { name: 'staff_ref', nullable: true })
  staffRef: string | null;

  @Column('text')
  status: AccountStatus;

  @Column('boolean', { name: 'is_demo' })
  isDemo: boolean;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;

  @Column('timestamptz', { name: 'last_signed_in_at', nullable: true })
  lastSignedInAt: Date | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('integer')
  version: number;
}
