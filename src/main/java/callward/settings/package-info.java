/** Public URL, company, language, retention, the carrier account, secrets at rest; the schema; the clock. Only here is configuration read. */
package callward.settings;
