package net.neuralstyle.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeviceTest {

	@Test
	void textOfACpuNamesItsThreadsAndOneDnn() {
		final Device device = Device.cpu("Xeon", 2, true, List.of());
		assertEquals("CPU (Xeon, 2 threads, oneDNN)", device.toString());
	}

	@Test
	void textSaysThatOneDnnIsMissing() {
		final Device device = Device.cpu("Xeon", 1, false, List.of());
		assertEquals("CPU (Xeon, 1 thread, no oneDNN)", device.toString());
	}

	@Test
	void textOfAGpuIsItsName() {
		assertEquals("CUDA GPU (Quadro T1000)", Device.gpu("Quadro T1000").toString());
	}

	@Test
	void notesCannotBeChanged() {
		final List<String> notes = new ArrayList<>(List.of("One."));
		final Device device = Device.cpu("Xeon", 2, false, notes);
		notes.clear();
		assertEquals(List.of("One."), device.notes());
		assertThrows(UnsupportedOperationException.class, device.notes()::clear);
	}
}
