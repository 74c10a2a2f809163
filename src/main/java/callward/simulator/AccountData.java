package callward.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of an account is on file: no credentials. */
final class AccountData {

    public String type = "Full";
    public String friendlyName = "Simulated account";
    public List<SimulatedNumber> numbers = new ArrayList<>();
    public List<SimulatedMessage> messages = new ArrayList<>();
    public List<SimulatedRecording> recordings = new ArrayList<>();
    /** Caller numbers that belong to the account's owner, beside the rented ones. */
    public List<String> verified = new ArrayList<>();
    /** How phones behave by themselves, by number. */
    public Map<String, String> habits = new TreeMap<>();
}
