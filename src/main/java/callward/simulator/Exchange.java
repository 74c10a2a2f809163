package callward.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The living part of the carrier: calls under way, phones, queues and conferences, and the threads that move them. */
final class Exchange {

    private static final int MOST_CALLS = 1000;
    private static final int MOST_CONFERENCES = 100;

    /**
     * @param speechRate characters spoken per second; 0 = in no time
     * @param restBase   where the REST API is reached
     * @param route      where an address is really connected to; what is signed is the address itself
     */
    record Habits(double speechRate, String restBase, UnaryOperator<String> route) {

        Habits(double speechRate, String restBase) {
            this(speechRate, restBase, UnaryOperator.identity());
        }
    }

    final SimulatedAccount account;
    final SimulatedTime time;
    final Webhooks webhooks;
    final Habits habits;
    final Reports reports;
    final Recorder recorder;

    private final List<SimulatedCall> calls = new ArrayList<>();
    private final Map<String, SimulatedPhone> phones = new ConcurrentHashMap<>();
    private final Map<String, SimulatedQueue> queues = new ConcurrentHashMap<>();
    private final List<SimulatedConference> conferences = new ArrayList<>();
    private volatile boolean closed;

    Exchange(SimulatedAccount account, SimulatedTime time, Habits habits) {
        this.account = account;
        this.time = time;
        this.habits = habits;
        webhooks = new Webhooks(account, new SimulatedClock(time), habits.route());
        reports = new Reports(this);
        recorder = new Recorder(this);
        account.accustomed().forEach(this::phone);
    }

    /** A person dials a number of this account. */
    SimulatedCall callIn(String from, String to) {
        return callIn(from, to, null);
    }

    SimulatedCall callIn(String from, String to, String forwardedFrom) {
        return callIn(Dialling.plain(from, to, forwardedFrom));
    }

    SimulatedCall callIn(Dialling dialled) {
        var number = account.number(dialled.to()).orElseThrow(() -> new IllegalArgumentException(dialled.to() + " is not a number of this account"));
        var call = new SimulatedCall(time, account.bell(), Direction.INBOUND, dialled.from(), dialled.to(), null);
        call.forwardedFrom = dialled.forwardedFrom();
        call.headers = dialled.headers();
        call.byHand = dialled.byHand();
        call.fallbackUrl = number.setting("VoiceFallbackUrl", null);
        call.fallbackMethod = number.setting("VoiceFallbackMethod", "POST");
        call.callback = StatusCallback.of(number.setting("StatusCallback", null), number.setting("StatusCallbackMethod", "POST"), null);
        if (number.setting("VoiceCallerIdLookup", "false").equals("true")) {
            call.callerName = "SIMULATED CALLER";
        }
        add(call);
        work(() -> new IncomingLeg(this, call, number).live());
        return call;
    }

    /** The REST API places a call. */
    SimulatedCall place(OutgoingOrder order) {
        var call = new SimulatedCall(time, account.bell(), Direction.OUTBOUND_API, order.from(), order.to(), null);
        call.fallbackUrl = order.fallbackUrl();
        call.fallbackMethod = order.fallbackMethod();
        call.callback = order.callback();
        call.callerName = order.callerName();
        call.phone = phone(order.to());
        add(call);
        work(() -> new OutgoingLeg(this, call, order.detection(), order.sendDigits()).live(order));
        return call;
    }

    void add(SimulatedCall call) {
        synchronized (calls) {
            calls.add(call);
            if (calls.size() > MOST_CALLS) {
                calls.stream().filter(SimulatedCall::isOver).findFirst().ifPresent(calls::remove);
            }
        }
        account.bell().ring();
    }

    List<SimulatedCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    Optional<SimulatedCall> call(String sid) {
        return calls().stream().filter(call -> call.sid.equals(sid)).findFirst();
    }

    SimulatedPhone phone(String number) {
        return phones.computeIfAbsent(number, n -> {
            var phone = new SimulatedPhone(n);
            var habit = account.habit(n);
            if (habit != null) {
                phone.habit(PhoneHabit.valueOf(habit));
            }
            return phone;
        });
    }

    List<SimulatedPhone> phones() {
        return phones.values().stream().sorted(java.util.Comparator.comparing(SimulatedPhone::number)).toList();
    }

    Optional<SimulatedQueue> queue(String nameOrSid) {
        return queues.values().stream().filter(q -> q.name().equals(nameOrSid) || q.sid().equals(nameOrSid)).findFirst();
    }

    SimulatedQueue queueNamed(String name, int size) {
        return queues.computeIfAbsent(name, n -> new SimulatedQueue(n, size, time.now()));
    }

    void remove(SimulatedQueue queue) {
        queues.remove(queue.name());
    }

    List<SimulatedQueue> queues() {
        return List.copyOf(queues.values());
    }

    /** The conference of that name that is under way, or a new one. */
    SimulatedConference conferenceNamed(String name) {
        synchronized (conferences) {
            return conferences.stream().filter(c -> c.name().equals(name) && !c.isOver()).findFirst().orElseGet(() -> {
                conferences.removeIf(over -> conferences.size() > MOST_CONFERENCES && over.isOver());
                var conference = new SimulatedConference(this, name);
                conferences.add(conference);
                return conference;
            });
        }
    }

    List<SimulatedConference> conferences() {
        synchronized (conferences) {
            return List.copyOf(conferences);
        }
    }

    void alert(int code, String message, SimulatedCall call, String url) {
        account.alert(time.now(), code, message, call == null ? null : call.sid, url);
    }

    Instant in(Duration length) {
        return time.now().plus(length);
    }

    /** Does something on a thread of its own. */
    void work(Work work) {
        if (closed) {
            return;
        }
        time.workBegins();
        Thread.ofVirtual().name("simulated-carrier").start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                System.getLogger(Exchange.class.getName()).log(System.Logger.Level.ERROR, "event=simulator-failed", e);
                alert(20500, "the simulator itself failed: " + e, null, null);
            } finally {
                time.workEnds();
            }
        });
    }

    /** Ends every call; nothing begins any more. */
    void close() {
        calls().forEach(call -> call.post(new LegEvent.Ended(CallStatus.COMPLETED)));
        closed = true;
    }

    /** Something to do that may wait. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** The simulated time as a clock. */
    private static final class SimulatedClock extends Clock {
        private final SimulatedTime time;

        SimulatedClock(SimulatedTime time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return time.now();
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
