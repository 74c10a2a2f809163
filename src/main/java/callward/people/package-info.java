/**
 * Colleagues, as an administrator sets them up and as each sees himself: accounts, telephones, sessions, tokens, the audit log. Only pages and
 * resources, and what joins an account with the telephones of its agent: the rules are in room {@code access}.
 */
package callward.people;
