-- access: how strongly a session was opened, and until when a first password opens anything.

-- Opened by a passkey, by password and code, or by a provider that says how it was done.
alter table session add column has_second_factor boolean not null default false;

-- Null once its person chose one.
alter table account add column first_password_until timestamptz;
