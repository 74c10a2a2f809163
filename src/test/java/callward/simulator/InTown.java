package callward.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a town, one number of the account, and a customer's server to which it leads. */
abstract class InTown {

    static final String NUMBER = "+15550100100";
    static final String ANN = "+15552220001";
    static final String TOM = "+15551110001";
    static final String BO = "+15551110002";

    Town town;
    CustomerApp app;

    @BeforeEach
    void open() {
        town = Town.whereTimeStandsStill();
        app = new CustomerApp(town.authToken());
        town.number(NUMBER, app.url("/voice"));
    }

    @AfterEach
    void close() {
        try {
            town.close();
        } finally {
            app.close();
        }
    }

    Caller annCalls() {
        return town.calls(Town.from(ANN), Town.to(NUMBER));
    }

    Caller annHears(String verbs) {
        app.on("/voice", verbs);
        return annCalls();
    }
}
