/** First run, health, and the demo company. */
package callward.setup;
